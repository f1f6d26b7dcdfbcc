import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createContentFolder } from '../testing/build-content.ts';
import { headlines } from '../testing/builders.ts';
import { readContent } from './read-content.ts';
import { readSite, fallbackSite } from './settings-files.ts';

const settings = `name: { ko: 나란히, en: Narani }
description: { ko: 나란히 선 글, en: Articles side by side }
author: { name: Narani }
origin: https://narani.example
timezone: Asia/Seoul
locales: [ko, en, da]
`;
const topics = 'linux:\n  label: { ko: 리눅스 }\n  description: { ko: 리눅스를 다룬다. }\n';
const glossary = 'p99:\n  da: p99\n  definition: { da: Den langsomste procent. }\n';
const danish = '---\ntitle: T\ndescription: D\ndate: 2026-11-22\n---\n\nTekst.\n';

async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const directory = createContentFolder(files);
  const content = await readContent(foldersAt(directory, directory));
  return { content, headlines: headlines(content.diagnostics) };
}

function foldersAt(content: string, root: string) {
  return { content, root, publicFolder: path.join(content, 'public') };
}

describe('The content of a site', () => {
  test('consists of settings, topics, terms and entries', async () => {
    const { content, headlines } = await read({
      'site.yaml': settings,
      'topics.yaml': topics,
      'glossary.yaml': glossary,
      'articles/tail/da.md': danish,
    });
    expect(headlines).toEqual([]);
    expect(content).toMatchObject({
      site: { locales: ['ko', 'en', 'da'], base: '/', links: [] },
      topics: { linux: { label: { ko: '리눅스' } } },
      glossary: { p99: { aliases: [], definition: { da: 'Den langsomste procent.' } } },
      entries: [{ entry: { slug: 'tail', locale: 'da' } }],
    });
  });

  test('needs neither topics nor terms', async () => {
    const { content, headlines } = await read({ 'site.yaml': settings });
    expect(headlines).toEqual([]);
    expect(content).toMatchObject({ topics: {}, glossary: {}, entries: [] });
  });

  test('includes public files, named in NFC, also hidden ones', async () => {
    const { content } = await read({
      'public/logo.svg': '<svg/>',
      ['public/files/표.csv'.normalize('NFD')]: '1\n',
      'public/.well-known/security.txt': '',
    });
    expect([...content.publicFiles]).toEqual(['.well-known/security.txt', 'files/표.csv', 'logo.svg']);
  });

  test('has file names relative to the root', async () => {
    const directory = createContentFolder({ 'site.yaml': settings, 'articles/tail.md': '' });
    const { diagnostics } = await readContent(foldersAt(directory, path.dirname(directory)));
    expect(diagnostics.map(({ file }) => file)).toEqual([`${path.basename(directory)}/articles/tail.md`]);
  });

  test('without settings is still checked', async () => {
    const { content, headlines } = await read({ 'topics.yaml': 'Linux: {}\n', 'articles/tail/ko.md': '' });
    expect(content.site).toEqual(fallbackSite);
    expect(headlines).toEqual([
      'site.yaml:1:1: error: Missing site.yaml  file/missing',
      'topics.yaml:1:1: error: Unexpected topic id `Linux`, expected lowercase words joined by hyphens  yaml/wrong-key',
      'articles/tail/ko.md:1:1: error: The file is empty  front-matter/empty-file',
    ]);
  });

  test('has the languages of its settings even if other settings are invalid', async () => {
    const { headlines } = await read({
      'site.yaml': settings.replace('timezone: Asia/Seoul', 'timezone: Asia/Soul'),
      'articles/tail/da.md': danish,
    });
    expect(headlines).toHaveLength(1);
    expect(headlines[0]).toContain('Unexpected time zone');
  });

  test('has all errors of all files reported', async () => {
    const { headlines } = await read({
      'site.yaml': settings.replace('Asia/Seoul', 'Seoul').replace('origin', 'orgin'),
      'topics.yaml': 'linux: [\n',
      'glossary.yaml': Uint8Array.from([0xb0, 0xa1]),
      'pages/about/ko.md': 'Text.',
    });
    expect(headlines).toEqual([
      'site.yaml:1:1: error: Missing `origin`  yaml/missing-key',
      'site.yaml:5:11: error: Unexpected time zone `Seoul`, expected an IANA name such as `Asia/Seoul`  yaml/wrong-value',
      'site.yaml:4:1: error: Unknown key `orgin`: did you mean `origin`?  yaml/unknown-key',
      'topics.yaml:2:1: error: Invalid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]  yaml/syntax',
      'glossary.yaml:1:1: error: Unexpected bytes that are not UTF-8, expected text in UTF-8  file/not-text',
      'pages/about/ko.md:1:1: error: Missing front matter: the first line is not `---`  front-matter/missing',
    ]);
  });
});

describe('The site settings, read alone,', () => {
  test('are returned if valid', async () => {
    expect(await readSite(createContentFolder({ 'site.yaml': settings }))).toMatchObject({
      timezone: 'Asia/Seoul',
    });
  });

  test.each([
    ['missing', {}, '1:1: error: Missing site.yaml  file/missing'],
    [
      'without a language',
      { 'site.yaml': settings.replace('ko, en, da', '') },
      '6:10: error: Unexpected empty list of locales, expected at least one  yaml/wrong-value',
    ],
  ])('are reported if they are %s', async (_, files, headline) => {
    const directory = createContentFolder(files);
    const read = await readSite(directory);
    expect(headlines(Array.isArray(read) ? read : [])).toEqual([
      `${path.join(directory, 'site.yaml')}:${headline}`,
    ]);
  });
});

test('the fallback settings have the languages of the site in this repository', () => {
  expect(fallbackSite.locales).toEqual(['ko', 'en']);
});
