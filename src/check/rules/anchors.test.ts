import { expect, test } from 'vitest';
import { publishedAnchors } from '../../library/index.ts';
import { serializeSync } from '../../model/index.ts';
import { buildLibrary, sourceText, translatedText, type Files } from '../../testing/build-content.ts';
import { checkAnchors } from './anchors.ts';

async function check(files: Files) {
  return checkAnchors(await buildLibrary(files));
}

test('한 글에서 같은 id를 두 번 적으면 두 번째 위치를 알린다', async () => {
  const found = await check({ 'articles/a/ko.md': sourceText('## 가 {#same}\n\n## 나\n\n### 다 {#same}') });
  expect(found).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 11,
      column: 1,
      rule: 'anchor/repeated',
      severity: 'error',
      what: 'Duplicate id `same`',
    },
  ]);
});

test('짝을 이룬 제목은 순서가 달라도 같은 id를 적으면 한 제목이다', async () => {
  const found = await check({
    'articles/a/ko.md': sourceText('## 하나\n\n## 둘 {#one}'),
    'articles/a/en.md': translatedText('## One {#one}\n\n## Two'),
  });
  expect(found).toEqual([]);
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
])('%s에는 아무것도 알리지 않는다', async (_, files) => {
  expect(await check(files)).toEqual([]);
});

test('a figure’s id is reported if a heading has it or the other language overrules it', async () => {
  const found = await check({
    'articles/a/ko.md': sourceText(
      '## 가 {#cpu}\n\n::figure{name="bell" #cpu}\n\n::figure{name="clock" #time}',
    ),
    'articles/a/en.md': translatedText('## A\n\n::figure{name="bell"}\n\n::figure{name="clock" #hours}'),
  });
  expect(found.filter(({ file }) => file.endsWith('ko.md'))).toMatchObject([
    {
      line: 9,
      rule: 'anchor/repeated',
      what: 'Duplicate id `cpu`',
      fix: 'Give this figure another `#id`.',
    },
    {
      line: 11,
      rule: 'anchor/conflict',
      what: 'The id `time` conflicts with `hours`, the id of this figure in the other language',
      fix: 'Write `#hours` here too, or remove one of the two ids. If these are two different figures, write `<!-- only: ko -->` before this one.',
    },
  ]);
});

test('a figure can’t take an id that was published for a heading', async () => {
  const body = '## Call\n\n::figure{name="bell" #call}';
  const { texts } = await buildLibrary({ 'articles/a/en.md': sourceText('## Call') });
  const [anchor] = texts.flatMap(publishedAnchors);
  const record = serializeSync({ version: 1, segments: [], anchors: anchor === undefined ? [] : [anchor] });
  const files: Files = { 'articles/a/en.md': sourceText(body), 'articles/a/en.sync.yaml': record };
  expect(await check(files)).toMatchObject([
    {
      line: 9,
      rule: 'anchor/taken',
      what: 'The figure id `call` was published for the heading in line 7',
    },
  ]);
});

test('a figure can’t take an id that is generated from a heading', async () => {
  const body = '## Call 1\n\n## Call\n\n::figure{name="bell" #call}';
  const files: Files = {
    'articles/a/en.md': sourceText(body),
    'articles/a/ko.md': translatedText('## 전화 1\n\n## 전화\n\n::figure{name="bell" #call}', 'en'),
  };
  expect(await check(files)).toMatchObject([
    {
      file: 'content/articles/a/en.md',
      line: 11,
      rule: 'anchor/taken',
      what: 'The figure id `call` is generated from the heading in line 9',
    },
  ]);
  // These headings have another id even without the figure.
  for (const heading of ['## Call 1', '## Call {#phone}'])
    expect(
      await check({ 'articles/a/en.md': sourceText(`${heading}\n\n::figure{name="bell" #call}`) }),
    ).toEqual([]);
});

test('an id that the other language overrules is reported', async () => {
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
      what: 'The id `ga` conflicts with `gb`, the id of this heading in the other language',
    },
  ]);
});
