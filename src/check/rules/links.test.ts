import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { createLibrary } from '../../library/index.ts';
import {
  buildContent,
  buildLibrary,
  sourceText,
  today,
  translatedText,
  type Files,
} from '../../testing/build-content.ts';
import { checkLinks } from './links.ts';

const others: Files = {
  'articles/first/ko.md': sourceText(
    '## 머리 {#tail-latency}\n\n글[^1]\n\n<!-- only: ko -->\n\n## 꼬리 지연\n\n| 표 |\n| - |\n\n[^1]: 각주',
  ),
  'articles/first/en.md': translatedText(
    '## Tail latency {#tail-latency}\n\n## 한글\n\nText[^1]\n\n| Table |\n| - |\n\n[^1]: Note',
  ),
  'articles/draft/ko.md': sourceText('글', 'draft: true\n'),
  'articles/later/ko.md': sourceText('글').replace('2026-01-01', '2026-12-01'),
  'articles/한글/ko.md': sourceText('글'),
  'articles/unreadable/ko.md': 'no front matter',
  'pages/about/ko.md': '---\ntitle: 소개\ndescription: 소개글.\n---\n\n글\n',
  'articles/a/notes.pdf': '',
  ['articles/a/표.csv'.normalize('NFD')]: '',
  'articles/a/자료/값.tsv': '',
  'articles/a/demo.html': '',
  'articles/a/demo.svg.gz': '',
  'articles/a/_raw.csv': '',
  'articles/a/.secret.txt': '',
  'articles/first/data.csv': '',
  '../public/files/a.pdf': '',
  '../public/표.csv': '',
  '../public/demo/index.html': '',
};

async function check(body: string, more: Files = {}): Promise<Diagnostic[]> {
  return checkLinks(await buildLibrary({ ...others, 'articles/a/ko.md': sourceText(body), ...more }));
}

describe('A link is reported', () => {
  test.each<[why: string, url: string, rule: string, what: string]>([
    [
      'that leads to a missing text, with the most similar one',
      '../frist/ko.md',
      'link/broken',
      'Broken link to `../frist/ko.md`: did you mean `../first/ko.md`?',
    ],
    [
      'that leads to a missing page, with the most similar one',
      '../../pages/abuot/ko.md',
      'link/broken',
      'Broken link to `../../pages/abuot/ko.md`: did you mean `../../pages/about/ko.md`?',
    ],
    [
      'that leads to a missing text unlike any other',
      '../something-else/ko.md',
      'link/broken',
      'Broken link to `../something-else/ko.md`: there is no such text',
    ],
    [
      'that leads to a file whose name is no language',
      '../first/*ko.md',
      'link/broken',
      'Broken link to `../first/*ko.md`: that folder has ko.md, en.md only',
    ],
    [
      'that leads to a language the article does not have',
      '../한글/en.md',
      'link/missing-language',
      'Broken link to `../한글/en.md`: the article has ko.md only',
    ],
    [
      'that lacks the `../` to leave the folder',
      'first/ko.md',
      'link/to-file',
      'Link to `first/ko.md`, which is neither a text nor a file in this text’s folder',
    ],
    [
      'whose anchor does not exist, with the most similar one',
      '../first/en.md#tail-latnecy',
      'link/unknown-anchor',
      'Unknown anchor `#tail-latnecy`: did you mean `tail-latency`?',
    ],
    [
      'whose anchor does not exist, with those that do',
      '../first/en.md#nowhere',
      'link/unknown-anchor',
      'Unknown anchor `#nowhere`, expected one of `tail-latency`, `한글`',
    ],
    ['whose anchor is not in its own text', '#nowhere', 'link/unknown-anchor', 'Unknown anchor `#nowhere`'],
    [
      'that leads to a draft',
      '../draft/ko.md',
      'link/to-unpublished',
      'Link to `../draft/ko.md`, which is not published yet',
    ],
    [
      'that leads to an article with a later date',
      '../later/ko.md',
      'link/to-unpublished',
      'Link to `../later/ko.md`, which is not published yet',
    ],
    [
      'that leads to a missing file, with the most similar one',
      './note.pdf',
      'link/broken',
      'Broken link to `./note.pdf`: did you mean `notes.pdf`?',
    ],
    [
      'that has the name of a file in another letter case',
      'Notes.PDF',
      'link/broken',
      'Broken link to `Notes.PDF`: did you mean `notes.pdf`?',
    ],
    [
      'that leads to a file of another article',
      '../first/data.csv',
      'link/to-file',
      'Link to `../first/data.csv`, which is neither a text nor a file in this text’s folder',
    ],
    [
      'that leads to a file outside the content',
      '../../../package.json',
      'link/to-file',
      'Link to `../../../package.json`, which is neither a text nor a file in this text’s folder',
    ],
    [
      'that leads to a file that a browser would show as a page of the site',
      './demo.html',
      'link/to-file',
      '`./demo.html` can’t be offered for download: `.html` is not an allowed file extension',
    ],
    [
      'that leads to such a file in compressed form',
      './demo.svg.gz',
      'link/to-file',
      '`./demo.svg.gz` can’t be offered for download: `.svg` is not an allowed file extension',
    ],
    [
      'that leads to a file that is not published',
      './_raw.csv',
      'link/to-file',
      '`./_raw.csv` can’t be offered for download: files and folders that begin with `_` or `.` are not published',
    ],
    [
      'that leads to a hidden file',
      './.secret.txt',
      'link/broken',
      'Broken link to `./.secret.txt`, expected one of `notes.pdf`, `자료/값.tsv`, `표.csv`',
    ],
    [
      'that leads from the root to a missing article, with the most similar one',
      '/ko/articles/frist/',
      'link/broken',
      'Broken link to `/ko/articles/frist/`: did you mean `/ko/articles/first/`?',
    ],
    [
      'that leads from the root to a missing page, with the most similar one',
      '/ko/article/',
      'link/broken',
      'Broken link to `/ko/article/`: did you mean `/ko/articles/`?',
    ],
    [
      'that lacks the slash at the end of a page’s address',
      '/ko/about',
      'link/broken',
      'Broken link to `/ko/about`: did you mean `/ko/about/`?',
    ],
    [
      'that leads from the root to a missing topic',
      '/ko/topics/wrods/',
      'link/broken',
      'Broken link to `/ko/topics/wrods/`: did you mean `/ko/topics/words/`?',
    ],
    [
      'that leads from the root to a language the site does not have',
      '/some-language/',
      'link/broken',
      'Broken link to `/some-language/`: neither a page of the site nor a file in `public/` has this path',
    ],
    [
      'that includes the base of the site',
      '/kb/ko/articles/first/',
      'link/broken',
      'Broken link to `/kb/ko/articles/first/`: did you mean `/ko/articles/first/`?',
    ],
    [
      'that leads to a missing public file, with the most similar one',
      '/files/b.pdf',
      'link/broken',
      'Broken link to `/files/b.pdf`: did you mean `/files/a.pdf`?',
    ],
    [
      'whose anchor is not on the page it names from the root',
      '/en/articles/first/#tail-latnecy',
      'link/unknown-anchor',
      'Unknown anchor `#tail-latnecy`: did you mean `tail-latency`?',
    ],
    [
      'that leads from the root to a draft',
      '/ko/articles/draft/',
      'link/to-unpublished',
      'Link to `/ko/articles/draft/`, which is not published yet',
    ],
    [
      'that runs a script',
      'javascript:alert(1)',
      'link/scheme',
      'Unexpected `javascript:` in a link, expected `https:`, `http:`, `mailto:`, `tel:` or `sms:`',
    ],
    [
      'that is a data URL',
      'DATA:text/html,x',
      'link/scheme',
      'Unexpected `data:` in a link, expected `https:`, `http:`, `mailto:`, `tel:` or `sms:`',
    ],
    [
      'that has an unencoded percent sign',
      '../100%/ko.md',
      'link/malformed',
      'Unexpected `%` in `../100%/ko.md`, expected a percent-encoded character such as `%20`',
    ],
  ])('%s: %s', async (_, url, rule, what) => {
    expect(await check(`글\n\n- 그리고 [가](${url})`)).toMatchObject([
      { file: 'content/articles/a/ko.md', line: 9, column: 7, rule, severity: 'error', what },
    ]);
  });

  test.each(['tel:abc', 'tel:', 'tel:1-800-FLOWERS', 'sms:?body=a', 'sms:1,'])(
    'as a warning if a telephone cannot dial it: %s',
    async (url) => {
      expect(await check(`[가](${url})`)).toMatchObject([
        { rule: 'link/telephone', severity: 'warning', what: `No telephone number in \`${url}\`` },
      ]);
    },
  );

  test('once, at its definition, however often it is used', async () => {
    expect(await check('[가][x] [나][x] [x]\n\n[x]: ../nowhere-at-all/ko.md')).toMatchObject([
      { rule: 'link/broken', line: 9, column: 1 },
    ]);
  });

  test('in a heading, a table, a callout and a footnote', async () => {
    const found = await check(
      '## [가](#x)\n\n| [나](#x) |\n| - |\n\n:::note[[다](#x)]\n[라](#x)\n:::\n\n마[^1]\n\n[^1]: [마](#x)',
    );
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [7, 4],
      [9, 3],
      [12, 9],
      [13, 1],
      [18, 7],
    ]);
  });
});

describe('A link is not reported', () => {
  test.each([
    '../first/ko.md',
    '../first/ko.md#꼬리-지연',
    '../first/ko.md#%EA%BC%AC%EB%A6%AC-%EC%A7%80%EC%97%B0',
    '../first/en.md#tail-latency',
    '../first/en.md#fn-1',
    '../first/ko.md#fnref-1',
    '../first/ko.md#table-1',
    '../first/ko.md#',
    '../first/',
    '../first',
    './ko.md',
    './notes.pdf',
    'notes.pdf#page=2',
    '../a/notes.pdf',
    '표.csv',
    '%ED%91%9C.csv',
    './자료/값.tsv',
    '../한글/ko.md',
    '../%ED%95%9C%EA%B8%80/ko.md',
    '../../pages/about/ko.md',
    '../unreadable/ko.md',
    '../unreadable/ko.md#anything',
    '#',
    'https://example.org/%',
    'HTTP://example.org',
    'mailto:a@example.org',
    'tel:+82-2-123-4567',
    'TEL:1588-0000',
    'tel:(02)%20123.4567;ext=8',
    'tel:*123%23',
    'sms:+4512345678,+4512345679?body=안녕',
    '//example.org',
    '/',
    '/ko/',
    '/en/articles/',
    '/ko/articles/first/',
    '/ko/articles/first/#꼬리-지연',
    '/en/articles/first/?from=here#tail-latency',
    '/en/articles/한글/',
    '/ko/articles/%ED%95%9C%EA%B8%80/',
    '/ko/articles/unreadable/',
    '/ko/articles/first.md',
    '/en/topics/words/',
    '/en/about/',
    '/ko/feed.xml',
    '/llms.txt',
    '/sitemap-ko.xml',
    '/files/a.pdf',
    '/files/a.pdf#page=2',
    '/표.csv',
    '/demo/',
  ])('%s', async (url) => {
    expect(await check(`[가](<${url}>)`)).toEqual([]);
  });

  test.each([
    ['in code', '`[가](../nowhere/ko.md)`'],
    ['that is written bare', 'www.example.org, https://example.org/#x, a@example.org, <https://example.org>'],
    ['that is a picture', '![가](./nowhere.png) ![가][x]\n\n[x]: ./nowhere.png'],
    ['whose definition nothing uses', '글\n\n[x]: ../nowhere/ko.md'],
  ])('%s', async (_, body) => {
    expect(await check(body)).toEqual([]);
  });

  test('from one draft to another', async () => {
    const draft = sourceText('[가](../draft/ko.md)', 'draft: true\n');
    expect(await check('글', { 'articles/a/ko.md': draft })).toEqual([]);
  });

  test('to an article that is published no later than the linking one', async () => {
    const later = sourceText('[가](../later/ko.md)').replace('2026-01-01', '2026-12-02');
    expect(await check('글', { 'articles/a/ko.md': later })).toEqual([]);
  });
});

describe('If the names of two files beside a text differ only in case', () => {
  const notPicture = { what: 'it is not a picture of a known format', fix: 'Check the file.' };

  /** Adds the second file to the content in memory, because the file system of the test may be unable to hold both. */
  async function checkBeside(other: string, ko: string, en = 'Text'): Promise<Diagnostic[]> {
    const content = await buildContent({
      'articles/a/ko.md': sourceText(ko),
      'articles/a/en.md': translatedText(en),
      'articles/a/data/tea.csv': '',
    });
    const entries = content.entries.map((entry) => ({
      ...entry,
      assets: new Map([...entry.assets, [other, { path: other, bytes: 0, picture: notPicture }]]),
    }));
    return checkLinks(createLibrary({ ...content, entries }, today));
  }

  test('a link to either is reported, in every language', async () => {
    expect(await checkBeside('data/Tea.CSV', '[가](data/tea.csv)', '[a](./data/Tea.CSV)')).toMatchObject([
      {
        file: 'content/articles/a/en.md',
        line: 7,
        column: 1,
        rule: 'link/twin',
        severity: 'error',
        what: 'The name of `./data/Tea.CSV` differs from `data/tea.csv` only in letter case or Unicode form',
      },
      {
        file: 'content/articles/a/ko.md',
        what: 'The name of `data/tea.csv` differs from `data/Tea.CSV` only in letter case or Unicode form',
      },
    ]);
  });

  test.each([
    ['if nothing links to them', 'data/Tea.CSV', '글'],
    ['if they are in different folders', 'tea.csv', '[가](data/tea.csv) [나](tea.csv)'],
    ['if they have different extensions', 'data/Tea.tsv', '[가](data/tea.csv) [나](data/Tea.tsv)'],
  ])('nothing is reported %s', async (_, other, body) => {
    expect(await checkBeside(other, body)).toEqual([]);
  });
});

describe('A link to a state of a figure', () => {
  const figures: Files = {
    'articles/first/ko.md': sourceText(
      '## 머리 {#head}\n\n::figure{name="ps-vs-top" #cpu}\n\n```mermaid\ngraph LR\nA --> B\n```\n\n::figure{name="no-such-figure" #lost}',
    ),
    'articles/first/en.md': translatedText('## Head\n\n::figure{name="ps-vs-top"}'),
  };

  test.each([
    '../first/ko.md#cpu:preset=steady',
    '../first/en.md#cpu:preset=woke-up-late',
    '../first/#cpu:preset=steady',
    '/ko/articles/first/#cpu:preset=steady',
    '../first/ko.md#cpu',
    // A figure writes its initial state like this.
    '../first/ko.md#cpu:',
    '../first/ko.md#lost:every=9',
  ])('is not reported: %s', async (url) => {
    expect(await check(`[가](${url})`, figures)).toEqual([]);
  });

  test.each<[what: string, url: string, rule: string]>([
    [
      'Unknown setting `presett` of the figure `ps-vs-top`: did you mean `preset`? (link `../first/ko.md#cpu:presett=steady`)',
      '../first/ko.md#cpu:presett=steady',
      'figure/unknown-setting',
    ],
    [
      'Unexpected value `stedy` of `preset`: did you mean `steady`? (link `/en/articles/first/#cpu:preset=stedy`)',
      '/en/articles/first/#cpu:preset=stedy',
      'figure/wrong-value',
    ],
    [
      'Duplicate `at` (link `../first/ko.md#cpu:at=1&at=2`)',
      '../first/ko.md#cpu:at=1&at=2',
      'figure/repeated',
    ],
    [
      'Unknown anchor `#cpv:preset=steady`: did you mean `cpu`?',
      '../first/ko.md#cpv:preset=steady',
      'link/unknown-anchor',
    ],
    [
      'The link names a state (`at=41`), but `#head` is not a figure placed by `::figure`',
      '../first/ko.md#head:at=41',
      'link/no-figure',
    ],
    [
      'The link names a state (`at=41`), but `#figure-1` is not a figure placed by `::figure`',
      '../first/ko.md#figure-1:at=41',
      'link/no-figure',
    ],
  ])('is reported: %s', async (what, url, rule) => {
    expect(await check(`[가](${url})`, figures)).toMatchObject([{ line: 7, column: 1, rule, what }]);
  });

  test('is reported in the figure’s own text, with all of its mistakes', async () => {
    const found = await check(
      '::figure{name="ps-vs-top" #cpu}\n\n[가](#cpu:preset=x&nonsense&preset=steady&)',
    );
    expect(found.map(({ line, rule }) => [line, rule])).toEqual([
      [9, 'figure/wrong-value'],
      [9, 'figure/unknown-setting'],
      [9, 'figure/unknown-setting'],
      [9, 'figure/repeated'],
    ]);
  });
});

test('a link to the folder of an article that lacks the language is valid: the page shows the original', async () => {
  const text = (body: string): string => `---\ntitle: T\ndescription: D\ndate: 2026-01-01\n---\n\n${body}\n`;
  const library = await buildLibrary({
    'articles/a/ko.md': text('[글](../b/)과 [자리](../b/#a-place)와 [없는 자리](../b/#no-place)'),
    'articles/b/en.md': text('## A place'),
  });
  expect((await checkLinks(library)).map(({ what }) => what)).toEqual([
    'Unknown anchor `#no-place`: did you mean `a-place`?',
  ]);
});

describe('A link by name', () => {
  const named: Files = {
    'articles/barley-tea/ko.md': sourceText('## 물', 'aliases: [old-tea, /2015/tea/]\n').replace(
      '제목',
      '보리차',
    ),
    'articles/barley-tea/en.md': translatedText('## Water').replace('Title', 'Barley tea'),
    'articles/twin-1/ko.md': sourceText('글').replace('제목', '쌍둥이'),
    'articles/twin-2/ko.md': sourceText('글').replace('제목', '쌍둥이'),
  };

  test.each([
    ['slug', '[[barley-tea]]'],
    ['slug in upper case', '[[Barley-Tea|말]]'],
    ['slug with its folder', '[[articles/barley-tea]]'],
    ['title', '[[보리차]]'],
    ['title in another Unicode form', `[[${'보리차'.normalize('NFD')}]]`],
    ['title in another language', '[[Barley  tea]]'],
    ['anchor of its target', '[[barley-tea#water]]'],
    ['page', '[[about]] [[소개]]'],
    ['number, which is text', '[[1]] [[nodiscard]]'],
    ['slug of a text that can’t be read', '[[unreadable]] [글](../unreadable/)'],
  ])('may be a %s', async (_, body) => {
    expect(await check(body, named)).toEqual([]);
  });

  test.each<[why: string, body: string, rule: string, what: string, fix: string]>([
    [
      'is misspelled, with the nearest names',
      '[[barely-tea]]',
      'error link/unknown-name',
      'Nothing is named “barely-tea”: did you mean `[[barley-tea]]`?',
      'Correct the name (words of your own go after a `|`: `[[name|words]]`). If the brackets are text, write `\\[\\[`.',
    ],
    [
      'is unlike any other',
      '[[세상에 없는 글]]',
      'error link/unknown-name',
      'Nothing is named “세상에 없는 글”',
      '',
    ],
    ['may be text', '[[Prototype]]', 'warning link/unknown-name', 'Nothing is named “Prototype”', ''],
    [
      'has an unknown anchor',
      '[[barley-tea#wader]]',
      'error link/unknown-anchor',
      'Unknown anchor `#wader`: did you mean `water`?',
      '',
    ],
    [
      'has the words of a heading as anchor',
      '[[barley-tea#물]]',
      'error link/unknown-anchor',
      'Unknown anchor `#물`: did you mean `water`?',
      '',
    ],
    [
      'is the title of several articles',
      '[[쌍둥이]]',
      'error link/ambiguous-name',
      '`[[쌍둥이]]` can mean 2 articles: several have the title “쌍둥이”',
      'Write the name of a folder and the words of the link: `[[twin-1|쌍둥이]]` or `[[twin-2|쌍둥이]]`.',
    ],
    [
      'leads to a draft',
      '[[draft]]',
      'error link/to-unpublished',
      'Link to `[[draft]]`, which is not published yet',
      '',
    ],
    [
      'is an alias',
      '[[old-tea#water|차]]',
      'warning link/alias',
      'Link to `[[old-tea#water|차]]`, a former name of `barley-tea`',
      'Write `[[barley-tea#water|차]]`.',
    ],
  ])('is reported that %s', async (_, body, rule, what, fix) => {
    const found = await check(body, named);
    expect(found.map((each) => `${each.severity} ${each.rule}`)).toEqual([rule]);
    expect(found[0]?.what).toBe(what);
    expect(found[0]?.fix).toContain(fix);
  });

  test.each([
    ['../old-tea/ko.md#water', '../barley-tea/ko.md#water'],
    ['../old-tea/', '../barley-tea/'],
    ['/ko/articles/old-tea/#water', '/ko/articles/barley-tea/#water'],
    ['/2015/tea#water', '../barley-tea/#water'],
    ['/2015/tea/', '../barley-tea/'],
  ])('by an alias, %s, works with a hint to write %s', async (url, current) => {
    const body = `[글](${url})`;
    expect(await check(body, named)).toMatchObject([
      { severity: 'warning', rule: 'link/alias', fix: `Write \`${current}\`.` },
    ]);
    expect(await check(body.replace(url, current), named)).toEqual([]);
    const { texts } = await buildLibrary({ ...named, 'articles/a/ko.md': sourceText(body) });
    const text = texts.find(({ id }) => id === 'articles/a/ko');
    const fragment = url.includes('#') ? '#water' : '';
    expect(text?.targets).toEqual({
      [url]: { href: `/kb/ko/articles/barley-tea/${fragment}`, hreflang: undefined },
    });
    expect(text?.linksTo).toEqual(['barley-tea']);
  });

  test('by an alias is still checked: an unknown anchor is the only problem', async () => {
    expect((await check('[글](../old-tea/ko.md#wader)', named)).map(({ rule }) => rule)).toEqual([
      'link/unknown-anchor',
    ]);
  });
});
