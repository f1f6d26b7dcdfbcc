import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildSite,
  copyFixtureSite,
  createFolder,
  digestFolder,
  fixtureSite,
  isCaseInsensitive,
  runCommand,
  writeFiles,
  type CommandResult,
} from '../../tools/sites/run.ts';

const frontMatter = '---\ntitle: T\ndescription: D\ndate: 2026-01-01\n---\n\n';

interface Mistake {
  name: string;
  files: Record<string, string | Uint8Array>;
  message: string;
  /** Whether the files cannot exist in a case-insensitive file system. */
  needsCase?: boolean;
}

/** Articles with one mistake each, and the message that a build must print. */
const mistakes: readonly Mistake[] = [
  {
    name: 'a missing title',
    files: { 'no-title/en.md': '---\ndescription: D\ndate: 2026-01-01\n---\n\nText.\n' },
    message: 'no-title/en.md:2:1: error: Missing `title`',
  },
  {
    name: 'a day that does not exist',
    files: { 'bad-date/en.md': '---\ntitle: T\ndescription: D\ndate: 2026-02-30\n---\n\nText.\n' },
    message:
      'bad-date/en.md:4:7: error: Unexpected date `2026-02-30`, expected an existing date as YYYY-MM-DD',
  },
  {
    name: 'an unknown topic',
    files: {
      'bad-topic/en.md': '---\ntitle: T\ndescription: D\ndate: 2026-01-01\ntopics: [wrods]\n---\n\nText.\n',
    },
    message: 'bad-topic/en.md:5:10: error: Unknown topic `wrods`: did you mean `words`?',
  },
  {
    name: 'a misspelled key',
    files: {
      'bad-key/en.md': '---\ntitle: T\ndescription: D\ndate: 2026-01-01\ntpoics: [words]\n---\n\nText.\n',
    },
    message: 'bad-key/en.md:5:1: error: Unknown key `tpoics`: did you mean `topics`?',
  },
  {
    name: 'a language the site does not have',
    files: { 'bad-locale/en.md': `${frontMatter}Text.\n`, 'bad-locale/fr.md': `${frontMatter}Texte.\n` },
    message: 'bad-locale/fr.md:1:1: error: Unknown language `fr` in the file name',
  },
  {
    name: 'two folders whose names differ only in case',
    files: { 'twin/en.md': `${frontMatter}Text.\n`, 'Twin/en.md': `${frontMatter}Text.\n` },
    message: 'twin:1:1: error: The folder name differs from',
    needsCase: true,
  },
  {
    name: 'a broken link',
    files: { 'bad-link/en.md': `${frontMatter}See [it](../frist/en.md).\n` },
    message: 'bad-link/en.md:7:5: error: Broken link to `../frist/en.md`: did you mean `../first/en.md`?',
  },
  {
    name: 'a broken anchor',
    files: { 'bad-anchor/en.md': `${frontMatter}See [it](../first/en.md#the-secnod-part).\n` },
    message:
      'bad-anchor/en.md:7:5: error: Unknown anchor `#the-secnod-part`: did you mean `the-second-part`?',
  },
  {
    name: 'a broken picture',
    files: { 'bad-image/en.md': `${frontMatter}![A thing](./no-such.png)\n` },
    message: 'bad-image/en.md:7:1: error: There is no picture `./no-such.png` beside the text',
  },
  {
    name: 'a truncated picture',
    files: {
      'cut-image/en.md': `${frontMatter}Text.\n\n![A thing](./cut.png)\n`,
      'cut-image/cut.png': readFileSync(path.join(fixtureSite, 'articles/first/그림.png')).subarray(0, -20),
    },
    message: 'cut-image/en.md:9:1: error: The picture `./cut.png` can’t be shown: the PNG file ends early',
  },
  {
    name: 'an SVG without a size',
    files: {
      'no-size/en.md': `${frontMatter}![A thing](./box.svg)\n`,
      'no-size/box.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
    message:
      'no-size/en.md:7:1: error: The picture `./box.svg` can’t be shown: its size can’t be read from `width`',
  },
  {
    name: 'a YAML syntax error',
    files: { 'bad-yaml/en.md': '---\ntitle: "T\ndescription: D\n---\n\nText.\n' },
    message: 'bad-yaml/en.md:3:15: error: Invalid YAML: Missing closing "quote',
  },
  {
    name: 'an empty file',
    files: { 'empty/en.md': '' },
    message: 'empty/en.md:1:1: error: The file is empty',
  },
  {
    name: 'a binary file',
    files: { 'binary/en.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
    message: 'binary/en.md:3:1: error: Unexpected zero byte, expected text in UTF-8',
  },
  {
    name: 'a text in an old Korean encoding',
    files: { 'cp949/ko.md': Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb0, 0xa1, 0x0a]) },
    message: 'cp949/ko.md:2:1: error: Unexpected bytes that are not UTF-8, expected text in UTF-8',
  },
];

/** The fixture site, with an article and an image whose names and text are different in NFC and NFD. */
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
  const caseInsensitive = isCaseInsensitive(composed);
  const possible = mistakes.filter(({ needsCase }) => !caseInsensitive || needsCase !== true);
  let result: CommandResult;

  beforeAll(async () => {
    for (const { files } of possible) writeFiles(path.join(composed, 'articles'), files);
    result = await runCommand(['build'], { CONTENT_DIR: composed, OUT_DIR: composedOutput });
  });

  test.for(mistakes)('reports $name with its location', (mistake, { skip }) => {
    skip(!possible.includes(mistake), 'this file system is case-insensitive');
    expect(result.output).toContain(mistake.message);
  });

  test('explains each error with a reason and a fix', () => {
    const errors = result.output.match(/: error: /g)?.length ?? 0;
    expect(errors).toBeGreaterThanOrEqual(possible.length);
    expect(result.output.match(/^ {2}why {2}\S/gm)?.length).toBeGreaterThanOrEqual(errors);
    expect(result.output.match(/^ {2}fix {2}\S/gm)?.length).toBeGreaterThanOrEqual(errors);
  });

  test('prints no stack trace', () => {
    expect(result.output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });

  test('exits with 1', () => {
    expect(result.code).toBe(1);
  });

  test('leaves the previous build unchanged, and no temporary files', () => {
    expect(digestFolder(composedOutput)).toEqual(composedSite);
    expect(readdirSync(path.dirname(composedOutput))).toEqual([path.basename(composedOutput)]);
  });

  test('has the same errors in `check`', async () => {
    const checked = await runCommand(['check'], { CONTENT_DIR: composed });
    expect(checked.code).toBe(1);
    for (const { message } of possible) expect(checked.output).toContain(message);
  });
});

test('Content with NFD names and text, CRLF and a byte order mark builds the same site', async () => {
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

test('A build without site.yaml fails and explains CONTENT_DIR', async () => {
  const { code, output } = await runCommand(['build'], {
    CONTENT_DIR: createFolder('nothing'),
    OUT_DIR: createFolder('nothing-out'),
  });
  expect(code).toBe(1);
  expect(output).toContain('Missing site.yaml');
  expect(output).toContain('CONTENT_DIR');
});
