import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildSite,
  copyFixtureSite,
  createFolder,
  digestFolder,
  isCaseInsensitive,
  runCommand,
  writeFiles,
  type CommandResult,
} from '../../tools/sites/run.ts';

const frontMatter = '---\ntitle: T\ndescription: D\ndate: 2026-01-01\n---\n\n';

interface Mistake {
  name: string;
  files: Record<string, string | Uint8Array>;
  says: string;
  /** Whether a disk that folds case can't hold it. */
  needsCase?: boolean;
}

/** Folders of articles that are each wrong in a way of their own, and what the run must say of each. */
const mistakes: readonly Mistake[] = [
  {
    name: 'a missing title',
    files: { 'no-title/en.md': '---\ndescription: D\ndate: 2026-01-01\n---\n\nText.\n' },
    says: 'no-title/en.md:2:1: error: Missing `title`',
  },
  {
    name: 'a day that does not exist',
    files: { 'bad-date/en.md': '---\ntitle: T\ndescription: D\ndate: 2026-02-30\n---\n\nText.\n' },
    says: 'bad-date/en.md:4:7: error: Unexpected date `2026-02-30`, expected an existing date as YYYY-MM-DD',
  },
  {
    name: 'an unknown topic',
    files: {
      'bad-topic/en.md': '---\ntitle: T\ndescription: D\ndate: 2026-01-01\ntopics: [wrods]\n---\n\nText.\n',
    },
    says: 'bad-topic/en.md:5:10: error: Unknown topic `wrods`: did you mean `words`?',
  },
  {
    name: 'a misspelt key',
    files: {
      'bad-key/en.md': '---\ntitle: T\ndescription: D\ndate: 2026-01-01\ntpoics: [words]\n---\n\nText.\n',
    },
    says: 'bad-key/en.md:5:1: error: Unknown key `tpoics`: did you mean `topics`?',
  },
  {
    name: 'a language the site does not have',
    files: { 'bad-locale/en.md': `${frontMatter}Text.\n`, 'bad-locale/fr.md': `${frontMatter}Texte.\n` },
    says: 'bad-locale/fr.md:1:1: error: Unknown language `fr` in the file name',
  },
  {
    name: 'two folders that differ in case alone',
    files: { 'twin/en.md': `${frontMatter}Text.\n`, 'Twin/en.md': `${frontMatter}Text.\n` },
    says: 'twin:1:1: error: The folder name differs from',
    needsCase: true,
  },
  {
    name: 'a broken link',
    files: { 'bad-link/en.md': `${frontMatter}See [it](../frist/en.md).\n` },
    says: 'bad-link/en.md:7:5: error: Broken link to `../frist/en.md`: did you mean `../first/en.md`?',
  },
  {
    name: 'a broken anchor',
    files: { 'bad-anchor/en.md': `${frontMatter}See [it](../first/en.md#the-secnod-part).\n` },
    says: 'bad-anchor/en.md:7:5: error: Unknown anchor `#the-secnod-part`: did you mean `the-second-part`?',
  },
  {
    name: 'a broken picture',
    files: { 'bad-image/en.md': `${frontMatter}![A thing](./no-such.png)\n` },
    says: 'bad-image/en.md:7:1: error: There is no picture `./no-such.png` beside the text',
  },
  {
    name: 'a YAML syntax error',
    files: { 'bad-yaml/en.md': '---\ntitle: "T\ndescription: D\n---\n\nText.\n' },
    says: 'bad-yaml/en.md:3:15: error: Invalid YAML: Missing closing "quote',
  },
  {
    name: 'an empty file',
    files: { 'empty/en.md': '' },
    says: 'empty/en.md:1:1: error: The file is empty',
  },
  {
    name: 'a binary file',
    files: { 'binary/en.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
    says: 'binary/en.md:3:1: error: Unexpected zero byte, expected text in UTF-8',
  },
  {
    name: 'a text in an old Korean encoding',
    files: { 'cp949/ko.md': Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb0, 0xa1, 0x0a]) },
    says: 'cp949/ko.md:2:1: error: Unexpected bytes that are not UTF-8, expected text in UTF-8',
  },
];

/** The small site, with a text and a picture whose names and words have a composed and a decomposed form. */
const composed = copyFixtureSite('composed');
const composedOutput = path.join(createFolder('composed-out'), 'site');
const picture = readFileSync(path.join(composed, 'articles/first/그림.png'));
const text =
  `${frontMatter}## 가운데\n\n**굵게(bold)**는 [여기](#가운데)다.\n\n![사진](./사진.png)\n`.replace(
    'title: T',
    'title: 맥에서 쓴 글',
  );
let composedSite: Record<string, string>;

beforeAll(async () => {
  writeFiles(path.join(composed, 'articles'), { '맥/ko.md': text, '맥/사진.png': picture });
  await buildSite(composed, composedOutput);
  composedSite = digestFolder(composedOutput);
});

describe('A build of content with many mistakes', () => {
  const folds = isCaseInsensitive(composed);
  const possible = mistakes.filter(({ needsCase }) => !folds || needsCase !== true);
  let ended: CommandResult;

  beforeAll(async () => {
    for (const { files } of possible) writeFiles(path.join(composed, 'articles'), files);
    ended = await runCommand(['build'], { CONTENT_DIR: composed, OUT_DIR: composedOutput });
  });

  test.for(mistakes)('tells of $name, with its place', (mistake, { skip }) => {
    skip(!possible.includes(mistake), 'this disk takes names that differ in case alone for one');
    expect(ended.output).toContain(mistake.says);
  });

  test('says of each mistake why it matters and how to mend it', () => {
    const errors = ended.output.match(/: error: /g)?.length ?? 0;
    expect(errors).toBeGreaterThanOrEqual(possible.length);
    expect(ended.output.match(/^ {2}why {2}\S/gm)?.length).toBeGreaterThanOrEqual(errors);
    expect(ended.output.match(/^ {2}fix {2}\S/gm)?.length).toBeGreaterThanOrEqual(errors);
  });

  test('shows no trace of the program', () => {
    expect(ended.output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });

  test('ends with 1', () => {
    expect(ended.code).toBe(1);
  });

  test('leaves the site built before as it was, and nothing half-written beside it', () => {
    expect(digestFolder(composedOutput)).toEqual(composedSite);
    expect(readdirSync(path.dirname(composedOutput))).toEqual([path.basename(composedOutput)]);
  });

  test('is told of the same by `check`', async () => {
    const checked = await runCommand(['check'], { CONTENT_DIR: composed });
    expect(checked.code).toBe(1);
    for (const { says } of possible) expect(checked.output).toContain(says);
  });
});

test('A build of content as other systems write it takes NFD names and text, CRLF and a byte order mark for what they mean', async () => {
  const content = copyFixtureSite('decomposed');
  const output = createFolder('decomposed-out');
  const folder = `articles/${'맥'.normalize('NFD')}`;
  writeFiles(content, {
    [`${folder}/ko.md`]: `\uFEFF${text.normalize('NFD').replaceAll('\n', '\r\n')}`,
    [`${folder}/${'사진'.normalize('NFD')}.png`]: picture,
  });
  await buildSite(content, output);
  expect(digestFolder(output)).toEqual(composedSite);
  const page = readFileSync(path.join(output, 'ko/articles/맥/index.html'), 'utf8');
  expect(page).toMatch(/<img [^>]*src="\/kb\/_astro\/[^"]+\.webp"/);
});

test('A site whose site.yaml is missing is told so, and how to go on', async () => {
  const { code, output } = await runCommand(['build'], {
    CONTENT_DIR: createFolder('nothing'),
    OUT_DIR: createFolder('nothing-out'),
  });
  expect(code).toBe(1);
  expect(output).toContain('Missing site.yaml');
  expect(output).toContain('CONTENT_DIR');
});
