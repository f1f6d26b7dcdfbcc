import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText, type Files } from '../../testing/content-builder.ts';
import { checkAnchors } from './anchors.ts';

async function check(files: Files) {
  return checkAnchors(await buildLibrary(files));
}

describe('두 언어의 제목이 짝을 이루지 않으면 어디에서 갈라지는지 알린다', () => {
  test('수준이 다를 때', async () => {
    const found = await check({
      'articles/a/ko.md': sourceText('## 가\n\n## 나\n\n## 다'),
      'articles/a/en.md': translatedText('## A\n\n### B\n\n## C'),
    });
    expect(found).toMatchObject([
      {
        file: 'content/articles/a/ko.md',
        line: 9,
        column: 1,
        rule: 'anchor/unpaired',
        severity: 'warning',
        what: 'Unexpected outline, expected the headings of en.md (3 here, 3 there; they part here from en.md:9)',
      },
    ]);
  });

  test('제목이 남을 때', async () => {
    const found = await check({
      'articles/a/ko.md': sourceText('## 가\n\n## 나'),
      'articles/a/en.md': translatedText('## A'),
    });
    expect(found).toMatchObject([
      {
        line: 9,
        what: 'Unexpected outline, expected the headings of en.md (2 here, 1 there; they part here)',
      },
    ]);
  });

  test('제목이 모자랄 때는 마지막 제목에서', async () => {
    const found = await check({
      'articles/a/ko.md': sourceText('## 가'),
      'articles/a/en.md': translatedText('## A\n\n## B'),
    });
    expect(found).toMatchObject([{ line: 7, what: expect.stringContaining('(1 here, 2 there') as string }]);
  });

  test('제목이 하나도 없을 때는 글의 첫머리에서', async () => {
    const found = await check({
      'articles/a/ko.md': sourceText('글'),
      'articles/a/en.md': translatedText('## A'),
    });
    expect(found).toMatchObject([{ line: 1, column: 1 }]);
  });

  test('영어가 없으면 먼저 쓴 언어와 견준다', async () => {
    const found = await check({
      'site.yaml':
        'name: { ko: 가 }\ndescription: { ko: 가 }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, da]\n',
      'articles/a/ko.md': sourceText('## 가'),
      'articles/a/da.md': translatedText('### A'),
    });
    expect(found).toMatchObject([{ file: 'content/articles/a/da.md', rule: 'anchor/unpaired' }]);
  });
});

test('한 글에서 같은 id를 두 번 적으면 두 번째 자리를 알린다', async () => {
  const found = await check({ 'articles/a/ko.md': sourceText('## 가 {#same}\n\n## 나\n\n### 다 {#same}') });
  expect(found).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 11,
      column: 1,
      rule: 'anchor/repeated',
      severity: 'error',
      what: 'Unexpected id `same`, expected one that no heading before has',
    },
  ]);
});

test.each<[string, Files]>([
  [
    '제목이 짝을 이루는 글',
    {
      'articles/a/ko.md': sourceText('## 가\n\n### 나'),
      'articles/a/en.md': translatedText('## A\n\n### B'),
    },
  ],
  ['한 언어로만 쓴 글', { 'articles/a/ko.md': sourceText('## 가\n\n## 가') }],
  [
    '두 언어에 같은 id를 적은 글',
    { 'articles/a/ko.md': sourceText('## 가 {#a}'), 'articles/a/en.md': translatedText('## A {#a}') },
  ],
  ['제목이 없는 글', { 'articles/a/ko.md': sourceText('글'), 'articles/a/en.md': translatedText('Text') }],
])('%s에는 할 말이 없다', async (_, files) => {
  expect(await check(files)).toEqual([]);
});

test('an id that the other language overrules is told of', async () => {
  const text = (frontMatter: string, heading: string): string =>
    `---\ntitle: T\ndescription: D\n${frontMatter}\n---\n\n${heading}\n`;
  const library = await buildLibrary({
    'articles/a/ko.md': text('date: 2026-01-01', '## 가 {#ga}'),
    'articles/a/en.md': text('translates: { from: ko }', '## A {#gb}'),
  });
  expect(checkAnchors(library)).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 7,
      rule: 'anchor/conflict',
      what: 'Unexpected id `ga`, expected `gb` as in the other language',
    },
  ]);
});
