import fs, { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createContentFolder, sourceText } from '../testing/build-content.ts';
import { headlines } from '../testing/builders.ts';
import { readContent } from './read-content.ts';

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const files = {
  'site.yaml':
    'name: { ko: 시험 }\ndescription: { ko: 시험 }\nauthor: { name: A }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko]\n',
  'articles/first/ko.md': sourceText('첫째 글이다.'),
  'articles/middle/ko.md': sourceText('가운데 글이다.'),
  'articles/middle/그림.png': '',
  'articles/middle/ko.sync.yaml': 'version: 1\nanchors: []\n',
  'articles/second/ko.md': sourceText('둘째 글이다.'),
};

/** Calls back before the first read of a file whose path contains `part`. */
function beforeReading(part: string, call: () => void): void {
  const { readFileSync } = fs;
  let isFirst = true;
  vi.spyOn(fs, 'readFileSync').mockImplementation((...args) => {
    const [file] = args;
    if (isFirst && typeof file === 'string' && file.includes(part)) {
      isFirst = false;
      call();
    }
    return readFileSync(...args);
  });
  syncBuiltinESMExports();
}

type Change = (folder: string) => void;

/** Changes to the folder of an article while the content is read, after the folder was listed. */
const changes: readonly [name: string, change: Change][] = [
  [
    'a renamed folder',
    (folder) => {
      renameSync(folder, `${folder}-renamed`);
    },
  ],
  [
    'a deleted folder',
    (folder) => {
      rmSync(folder, { recursive: true });
    },
  ],
  [
    'a deleted text',
    (folder) => {
      rmSync(path.join(folder, 'ko.md'));
    },
  ],
  [
    'a renamed picture',
    (folder) => {
      renameSync(path.join(folder, '그림.png'), path.join(folder, '사진.png'));
    },
  ],
  [
    'a deleted record',
    (folder) => {
      rmSync(path.join(folder, 'ko.sync.yaml'));
    },
  ],
  [
    'a folder that becomes a file',
    (folder) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    },
  ],
  [
    'a text that becomes a folder',
    (folder) => {
      rmSync(path.join(folder, 'ko.md'));
      mkdirSync(path.join(folder, 'ko.md'));
    },
  ],
];

const places = ['first/ko.md', 'middle/ko.sync.yaml', 'middle/ko.md'];

test.each(changes.flatMap(([name, change]) => places.map((place) => ({ name, place, change }))))(
  'Content is read as it is after $name, if that happens before $place is read',
  async ({ place, change }) => {
    const content = createContentFolder(files);
    const read = async () =>
      readContent({ content, root: content, publicFolder: path.join(content, 'public') });
    let isChanged = false;
    beforeReading(place, () => {
      change(path.join(content, 'articles/middle'));
      isChanged = true;
    });
    const during = await read();
    expect(isChanged).toBe(true);
    const after = await read();
    expect(after.entries.map(({ file }) => file)).toContain('articles/second/ko.md');
    expect(during.entries.map(({ file }) => file)).toEqual(after.entries.map(({ file }) => file));
    expect(headlines(during.diagnostics)).toEqual(headlines(after.diagnostics));
  },
);

test('A text that cannot be read is reported, and the others are read', async () => {
  const content = createContentFolder(files);
  beforeReading('first/ko.md', () => {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  });
  const { entries, unreadable, diagnostics } = await readContent({
    content,
    root: content,
    publicFolder: path.join(content, 'public'),
  });
  expect(headlines(diagnostics)).toContain(
    'articles/first/ko.md:1:1: error: Cannot read this file (EACCES: permission denied)  file/unreadable',
  );
  expect(unreadable.map(({ slug }) => slug)).toEqual(['first']);
  expect(entries.map(({ entry }) => entry.slug)).toEqual(['middle', 'second']);
});
