import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shortDigest } from '../model/index.ts';
import { createContentFolder } from '../testing/build-content.ts';
import { headlines } from '../testing/builders.ts';
import { createFolderMemory } from './folder-memory.ts';
import { readFolders } from './folder.ts';

const ko =
  '---\ntitle: 꼬리 지연\ndescription: 평균에 숨는 지연을 다룬다.\ndate: 2026-11-22\n---\n\n본문이다.\n';
const en =
  '---\ntitle: Tail latency\ndescription: What a mean hides.\ntranslates: { from: ko }\n---\n\nText.\n';

/** Whether the disk ignores case and Unicode form in file names. */
const foldsNames = existsSync(import.meta.filename.toUpperCase());

async function read(files: Readonly<Record<string, string | Uint8Array>>, locales = ['ko', 'en']) {
  const directory = createContentFolder(files);
  const folders = await readFolders(directory, directory, { locales, memory: createFolderMemory() });
  return {
    directory,
    entries: folders.flatMap(({ entries }) => entries),
    unreadable: folders.flatMap(({ unreadable }) => unreadable),
    headlines: headlines(folders.flatMap(({ diagnostics }) => diagnostics)),
  };
}

describe('A folder of content', () => {
  test('is one article, with an entry for each language', async () => {
    const { directory, entries, headlines } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/en.md': en,
    });
    expect(headlines).toEqual([]);
    expect(entries.map(({ entry }) => entry)).toMatchObject([
      { kind: 'article', slug: 'tail', locale: 'en', role: { type: 'translation', from: 'ko' } },
      { kind: 'article', slug: 'tail', locale: 'ko', role: { type: 'source', date: '2026-11-22' } },
    ]);
    expect(entries[1]).toMatchObject({
      file: 'articles/tail/ko.md',
      path: path.join(directory, 'articles/tail/ko.md'),
      body: '\n\n\n\n\n\n본문이다.\n',
      sync: undefined,
    });
    expect(entries[1]?.places.get('date')).toEqual({ line: 4, column: 7 });
  });

  test('in `pages` is a single page', async () => {
    const { entries } = await read({
      'pages/about/ko.md': '---\ntitle: 소개\ndescription: 소개한다.\n---\n',
    });
    expect(entries[0]?.entry).toMatchObject({ kind: 'page', slug: 'about' });
    expect(entries[0]?.entry.role).not.toHaveProperty('date');
  });

  test('is read in order of its name, articles first', async () => {
    const { entries } = await read({
      'pages/a/en.md': '---\ntitle: T\ndescription: D\n---\n',
      'articles/b/ko.md': ko,
      'articles/a/ko.md': ko,
    });
    expect(entries.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual(['article a', 'article b', 'page a']);
  });

  test('is optional', async () => {
    expect(await read({})).toMatchObject({ entries: [], unreadable: [], headlines: [] });
  });

  test('may contain other files, which are assets of its entries', async () => {
    const { entries } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/graph.png': '',
      'articles/tail/pictures/en.md': 'no text of the article',
      'articles/tail/pictures/deep/graph.svg': '',
    });
    expect(entries).toHaveLength(1);
    expect([...(entries[0]?.assets.keys() ?? [])]).toEqual([
      'graph.png',
      'pictures/deep/graph.svg',
      'pictures/en.md',
    ]);
  });

  test('may contain hidden files, which are ignored', async () => {
    const { entries, headlines } = await read({
      'articles/.DS_Store': '\0',
      'articles/.git/ko.md': 'x',
      'articles/tail/ko.md': ko,
      'articles/tail/.ko.md.swp': '\0',
      'articles/tail/.cache/graph.png': '',
    });
    expect(headlines).toEqual([]);
    expect(entries.map(({ assets }) => assets.size)).toEqual([0]);
  });
});

describe('macOS에서 NFD로 저장된 한글은', () => {
  test('폴더 이름이 NFD여도 주소는 NFC이다', async () => {
    const { directory, entries, headlines } = await read({
      [`articles/${'꼬리-지연'.normalize('NFD')}/ko.md`]: ko,
    });
    expect(headlines).toEqual([]);
    expect(entries[0]?.entry.slug).toBe('꼬리-지연');
    expect(path.relative(directory, entries[0]?.path ?? '').normalize('NFC')).toBe(
      'articles/꼬리-지연/ko.md',
    );
    expect(existsSync(entries[0]?.path ?? '')).toBe(true);
  });

  test('파일 이름이 NFD여도 NFC로 찾고, 디스크에 적힌 이름으로 연다', async () => {
    const spelled = `그림/${'지연.png'.normalize('NFD')}`;
    const { directory, entries } = await read({
      'articles/tail/ko.md': ko,
      [`articles/tail/${spelled}`]: '',
    });
    const asset = entries[0]?.assets.get('그림/지연.png');
    expect(asset).toMatchObject({ path: spelled, bytes: 68, picture: { ending: 'png' } });
    expect(existsSync(path.join(directory, 'articles/tail', asset?.path ?? ''))).toBe(true);
  });

  test('본문과 프런트 매터가 NFD여도 NFC로 읽는다', async () => {
    const { entries } = await read({ 'articles/tail/ko.md': ko.normalize('NFD') });
    expect(entries[0]?.entry.title).toBe('꼬리 지연');
    expect(entries[0]?.body).toBe('\n\n\n\n\n\n본문이다.\n');
  });
});

test.each([
  ['CRLF line ends', ko.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${ko}`],
])('a text with %s is normalized', async (_, text) => {
  const { entries, headlines } = await read({ 'articles/tail/ko.md': text });
  expect(headlines).toEqual([]);
  expect(entries[0]).toMatchObject({ entry: { title: '꼬리 지연' }, body: '\n\n\n\n\n\n본문이다.\n' });
});

describe('A malformed text', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', '1:1: error: The file is empty  front-matter/empty-file'],
    [
      'without front matter',
      '본문.\n',
      '1:1: error: Missing front matter: the first line is not `---`  front-matter/missing',
    ],
    [
      'whose front matter has no end',
      '---\ntitle: T\n',
      '3:1: error: The front matter has no closing `---`  front-matter/unclosed',
    ],
    [
      'with a zero byte',
      `${ko}\0`,
      '8:1: error: Unexpected zero byte, expected text in UTF-8  file/not-text',
    ],
    [
      'in CP949',
      Buffer.concat([Buffer.from('---\r\ntitle: '), Buffer.from([0xc7, 0xd1, 0xb1, 0xdb])]),
      '2:8: error: Unexpected bytes that are not UTF-8, expected text in UTF-8  file/not-text',
    ],
    [
      'whose YAML is broken',
      ko.replace('꼬리 지연', '"꼬리 지연'),
      '4:17: error: Invalid YAML: Missing closing "quote  yaml/syntax',
    ],
    ['with a key twice', ko.replace('date:', 'title:'), '4:1: error: Duplicate key  yaml/duplicate-key'],
    ['without a title', ko.replace(/title.*\n/, ''), '2:1: error: Missing `title`  yaml/missing-key'],
    [
      'with a misspelled key',
      ko.replace('\n---\n\n', '\ntpoics: [linux]\n---\n\n'),
      '5:1: error: Unknown key `tpoics`: did you mean `topics`?  yaml/unknown-key',
    ],
    [
      'of a day that does not exist',
      ko.replace('2026-11-22', '2026-02-30'),
      '4:7: error: Unexpected date `2026-02-30`, expected an existing date as YYYY-MM-DD  yaml/wrong-value',
    ],
  ])('%s, is reported with its position and listed as unreadable', async (_, text, headline) => {
    const { entries, unreadable, headlines } = await read({
      'articles/tail/ko.md': text,
      'articles/tail/en.md': en,
    });
    expect(headlines).toEqual([`articles/tail/ko.md:${headline}`]);
    expect(unreadable).toMatchObject([{ kind: 'article', slug: 'tail', locale: 'ko' }]);
    expect(entries.map(({ locale }) => locale)).toEqual(['en']);
  });

  test('does not hide errors in others', async () => {
    const { headlines } = await read({
      'articles/a/ko.md': '',
      'articles/b/ko.md': ko.replace(/title.*\n/, '').replace('date', 'dtae'),
      'pages/about/en.md': 'Text.',
    });
    expect(headlines).toEqual([
      'articles/a/ko.md:1:1: error: The file is empty  front-matter/empty-file',
      'articles/b/ko.md:2:1: error: Missing `title`  yaml/missing-key',
      'articles/b/ko.md:2:1: error: Missing `date`  yaml/missing-key',
      'articles/b/ko.md:3:1: error: Unknown key `dtae`: did you mean `date`?  yaml/unknown-key',
      'pages/about/en.md:1:1: error: Missing front matter: the first line is not `---`  front-matter/missing',
    ]);
  });
});

describe('The name of a text', () => {
  test.each([
    ['fr', ', expected one of `ko`, `en`'],
    ['kr', ': did you mean `ko`?'],
    ['EN', ': did you mean `en`?'],
    ['README', ', expected one of `ko`, `en`'],
  ])('%s.md is not in a language of the site', async (locale, suggestion) => {
    const { entries, headlines } = await read({
      'articles/tail/ko.md': ko,
      [`articles/tail/${locale}.md`]: en,
    });
    expect(headlines).toEqual([
      `articles/tail/${locale}.md:1:1: error: Unknown language \`${locale}\` in the file name${suggestion}  folder/unknown-locale`,
    ]);
    expect(entries).toHaveLength(1);
  });

  test('can be any language in the settings', async () => {
    const { headlines } = await read({ 'articles/tail/da.md': ko }, ['da']);
    expect(headlines).toEqual([]);
  });
});

describe('The name of a folder', () => {
  test.each(['tail-latency', 'p99', '꼬리-지연', '한글2'])('can be %s', async (slug) => {
    expect(await read({ [`articles/${slug}/ko.md`]: ko })).toMatchObject({ headlines: [] });
  });

  test.each([
    ['Tail Latency', 'tail-latency'],
    ['tail_latency', 'tail-latency'],
    ['꼬리 지연!', '꼬리-지연'],
    ['-tail--latency-', 'tail-latency'],
  ])('cannot be “%s”, and “%s” is suggested instead', async (slug, better) => {
    const directory = createContentFolder({ [`articles/${slug}/ko.md`]: ko });
    const [{ diagnostics } = { diagnostics: [] }] = await readFolders(directory, directory, {
      locales: ['ko'],
      memory: createFolderMemory(),
    });
    expect(headlines(diagnostics)).toEqual([
      `articles/${slug}:1:1: error: Unexpected folder name \`${slug}\`, expected lowercase words joined by hyphens  folder/name`,
    ]);
    expect(diagnostics[0]?.fix).toBe(`Rename the folder to \`${better}\`.`);
  });

  test.skipIf(foldsNames).each([
    ['only in Unicode form', '꼬리-지연'.normalize('NFD'), '꼬리-지연'],
    ['only in case folding', 'strasse', 'straße'],
  ])('cannot differ from another’s %s', async (_, first, second) => {
    const { entries, headlines } = await read({
      [`articles/${first}/ko.md`]: ko,
      [`articles/${second}/ko.md`]: ko,
    });
    expect(entries).toHaveLength(1);
    expect(headlines).toEqual([
      `articles/${second}:1:1: error: The folder name differs from \`articles/${first}\` only in letter case or Unicode form  folder/twin`,
    ]);
  });

  test.skipIf(foldsNames)('cannot hold two files whose names differ only in Unicode form', async () => {
    const { headlines } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/그림/값.csv': 'a',
      [`articles/tail/그림/${'값'.normalize('NFD')}.csv`]: 'b',
      [`articles/tail/${'값'.normalize('NFD')}.csv`]: 'b',
    });
    expect(headlines).toEqual([
      'articles/tail/그림/값.csv:1:1: error: Another file here has the same name in another Unicode form (NFC or NFD)  file/twin',
    ]);
  });

  test.skipIf(foldsNames)('cannot differ from another’s only in case', async () => {
    const { headlines } = await read({ 'articles/Tail/ko.md': ko, 'articles/tail/ko.md': ko });
    expect(headlines).toEqual([
      'articles/Tail:1:1: error: Unexpected folder name `Tail`, expected lowercase words joined by hyphens  folder/name',
      'articles/tail:1:1: error: The folder name differs from `articles/Tail` only in letter case or Unicode form  folder/twin',
    ]);
  });

  test('can be the same as that of a single page', async () => {
    const page = '---\ntitle: T\ndescription: D\n---\n';
    expect(await read({ 'articles/about/ko.md': ko, 'pages/about/ko.md': page })).toMatchObject({
      headlines: [],
    });
  });
});

test('a file outside the folders is reported as not published', async () => {
  expect(await read({ 'articles/tail.md': ko, 'articles/tail/ko.md': ko })).toMatchObject({
    headlines: ['articles/tail.md:1:1: warning: This file is not in an article’s folder  folder/stray-file'],
  });
});

test('a folder without a text is reported as not published', async () => {
  expect(await read({ 'articles/tail/graph.png': '' })).toMatchObject({
    entries: [],
    headlines: ['articles/tail:1:1: warning: The folder contains no article text  folder/without-text'],
  });
});

describe('The sync file of a text', () => {
  const digest = shortDigest('문단');
  const record = `version: 1\nfrom: ko\nsegments:\n  - { source: [${digest}], renders: [${digest}] }\nanchors: []\n`;

  test('belongs to the text of its language only', async () => {
    const { entries } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/en.md': en,
      'articles/tail/en.sync.yaml': record,
    });
    expect(entries.map(({ locale, sync }) => [locale, sync?.segments])).toEqual([
      ['en', [{ source: [digest], renders: [digest] }]],
      ['ko', undefined],
    ]);
    expect(entries.map(({ assets }) => assets.size)).toEqual([0, 0]);
  });

  test.each<[string, string | Uint8Array, string]>([
    [
      'whose YAML is broken',
      record.replace('segments:', 'segments: ['),
      '4:3: warning: Invalid YAML: Block collections are not allowed within flow collections  yaml/syntax',
    ],
    [
      'of another version',
      record.replace('1', '2'),
      '1:10: warning: Unexpected value `2` of `version`: invalid input: expected 1  yaml/wrong-value',
    ],
    [
      'with an invalid digest',
      record.replace(digest, 'e3b0c44298'),
      '4:16: warning: Unexpected digest `e3b0c44298`, expected ten consonants as written by `npm run translate`  yaml/wrong-value',
    ],
    ['that is binary', '\0', '1:1: warning: Unexpected zero byte, expected text in UTF-8  file/not-text'],
  ])('%s is reported, and the text is still read', async (_, text, headline) => {
    const { entries, headlines } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/en.md': en,
      'articles/tail/en.sync.yaml': text,
    });
    expect(headlines[0]).toBe(`articles/tail/en.sync.yaml:${headline}`);
    expect(entries.map(({ locale, sync }) => [locale, sync])).toEqual([
      ['en', undefined],
      ['ko', undefined],
    ]);
  });

  const anchor = (id: string): string => `  - { id: ${id}, digest: ${digest} }\n`;
  const anchored = record.replace('anchors: []\n', `anchors:\n${anchor('one')}`);

  test('with merge conflict markers has the ids of both sides and is reported at the first marker', async () => {
    const merged = anchored.replace(
      anchor('one'),
      `<<<<<<< ours\n${anchor('one')}||||||| base\n=======\n${anchor('two')}>>>>>>> theirs\n`,
    );
    const { entries, headlines } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/en.md': en,
      'articles/tail/en.sync.yaml': merged,
    });
    expect(headlines).toEqual([
      'articles/tail/en.sync.yaml:6:1: warning: This record contains an unresolved merge conflict  sync/conflict',
    ]);
    expect(entries[0]?.sync).toMatchObject({ segments: [], anchors: [{ id: 'one' }, { id: 'two' }] });
  });

  test('that a merge made unreadable is reported once', async () => {
    const { entries, headlines } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/en.md': en,
      'articles/tail/en.sync.yaml': '<<<<<<< a\nversion: 1\n=======\nversion: 1\n>>>>>>> b\n',
    });
    expect(headlines).toEqual([
      'articles/tail/en.sync.yaml:1:1: warning: This record contains an unresolved merge conflict  sync/conflict',
    ]);
    expect(entries[0]?.sync).toBeUndefined();
  });

  test.each<[string, string, string, string]>([
    [
      'of a translation from another language',
      'en',
      anchored.replace('from: ko', 'from: da'),
      '2:7: warning: This record belongs to a translation from `da`, but en.md is a translation from `ko`  sync/foreign',
    ],
    [
      'without `from`',
      'en',
      anchored.replace('from: ko\n', ''),
      '1:1: warning: This record belongs to a source, but en.md is a translation from `ko`  sync/foreign',
    ],
    [
      'of a translation, beside a source',
      'ko',
      anchored.replace('from: ko', 'from: en'),
      '2:7: warning: This record belongs to a translation from `en`, but ko.md is a source  sync/foreign',
    ],
  ])('%s is reported, and only its ids are used', async (_, locale, text, headline) => {
    const { entries, headlines } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/en.md': en,
      [`articles/tail/${locale}.sync.yaml`]: text,
    });
    expect(headlines).toEqual([`articles/tail/${locale}.sync.yaml:${headline}`]);
    const sync = entries.find((entry) => entry.locale === locale)?.sync;
    expect(sync).toMatchObject({ segments: [], anchors: [{ id: 'one' }] });
  });

  test('with only anchors needs no `from`', async () => {
    const alone = anchored.replace(/from[^]*anchors/, 'anchors');
    const { headlines } = await read({
      'articles/tail/ko.md': ko,
      'articles/tail/en.md': en,
      'articles/tail/ko.sync.yaml': alone,
      'articles/tail/en.sync.yaml': alone,
    });
    expect(headlines).toEqual([]);
  });

  test('without a text of its language is reported', async () => {
    const { headlines } = await read({ 'articles/tail/ko.md': ko, 'articles/tail/en.sync.yaml': record });
    expect(headlines).toEqual([
      'articles/tail/en.sync.yaml:1:1: warning: This record has no text: there is no en.md beside it  sync/orphan',
    ]);
  });
});
