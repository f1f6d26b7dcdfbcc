import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { decodeName, reportName } from './decode-name.ts';
import { listFiles } from './list-files.ts';

test.each([
  ['ko.md', Buffer.from('ko.md')],
  ['한글.md', Buffer.from('한글.md')],
  ['\uFFFD', Buffer.from('\uFFFD')],
])('%s is decoded', (name, bytes) => {
  expect(decodeName(Buffer.from(bytes))).toBe(name);
});

test.each([
  ['caf\xe9.md', 'caf\\xe9.md', 'café.md'],
  ['\xc7\xd1\xb1\xdb.md', '\\xc7ѱ\\xdb.md', '한글.md'],
  ['\xed\xa0\x80', '\\xed\\xa0\\x80', 'í\xa0€'],
  ['a\\\xe9', 'a\\\\\\xe9', 'a\\é'],
  ['\xea\xb8\x80\xff', '글\\xff', 'ê¸€ÿ'],
])('the bytes %j are escaped, and a name is suggested', (latin1, escaped, guess) => {
  expect(decodeName(Buffer.from(latin1, 'latin1'))).toEqual({ escaped, guess });
});

// Only Linux has file systems with names of any bytes.
test.runIf(process.platform === 'linux')(
  'a file and a folder with other names are listed apart, and the fix works',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'narani-names-'));
    const bytesOf = (name: string): Buffer =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
    writeFileSync(path.join(folder, 'a.md'), '');
    writeFileSync(bytesOf("it's caf\xe9.md"), '');
    mkdirSync(bytesOf('\xc7\xd1'));
    writeFileSync(bytesOf('\xc7\xd1/in.md'), '');
    const { files, undecodable } = listFiles(folder);
    expect(files.map(({ name }) => name)).toEqual(['a.md']);
    expect(undecodable.map(({ escaped }) => escaped).sort()).toEqual(['\\xc7\\xd1', "it's caf\\xe9.md"]);
    for (const name of undecodable) {
      const [, command = ''] = /`(.*)`/.exec(reportName(name, '.').fix) ?? [];
      execFileSync('bash', ['-c', command], { cwd: folder });
    }
    expect(existsSync(path.join(folder, '한/in.md'))).toBe(true);
    expect(existsSync(path.join(folder, "it's café.md"))).toBe(true);
    rmSync(folder, { recursive: true });
  },
);
