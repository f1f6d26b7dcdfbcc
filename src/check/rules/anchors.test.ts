import { expect, test } from 'vitest';
import { anchorsToKeep } from '../../library/index.ts';
import { serializeSync } from '../../model/index.ts';
import { buildLibrary, sourceText, translatedText, type Files } from '../../testing/content-builder.ts';
import { checkAnchors } from './anchors.ts';

async function check(files: Files) {
  return checkAnchors(await buildLibrary(files));
}

test('한 글에서 같은 id를 두 번 적으면 두 번째 자리를 알린다', async () => {
  const found = await check({ 'articles/a/ko.md': sourceText('## 가 {#same}\n\n## 나\n\n### 다 {#same}') });
  expect(found).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 11,
      column: 1,
      rule: 'anchor/repeated',
      severity: 'error',
      what: 'Unexpected id `same`, expected one that nothing before it has',
    },
  ]);
});

test('짝을 이룬 제목이 저마다 다른 자리에 서도 같은 id를 적으면 한 제목이다', async () => {
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
])('%s에는 할 말이 없다', async (_, files) => {
  expect(await check(files)).toEqual([]);
});

test('an id of a figure is told of that a heading has, and one that the other language overrules', async () => {
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
      what: 'Unexpected id `cpu`, expected one that nothing before it has',
      fix: 'Give this figure another `#id`.',
    },
    {
      line: 11,
      rule: 'anchor/conflict',
      what: 'Unexpected id `time`, expected `hours` as in the other language',
      fix: 'Write `#hours` here too, or take one of the two out; if they are two figures, put `<!-- only: ko -->` before this one.',
    },
  ]);
});

test('an id that a heading has been published under is no figure’s', async () => {
  const body = '## Call\n\n::figure{name="bell" #call}';
  const { texts } = await buildLibrary({ 'articles/a/en.md': sourceText('## Call') });
  const [anchor] = texts.flatMap(anchorsToKeep);
  const record = serializeSync({ version: 1, segments: [], anchors: anchor === undefined ? [] : [anchor] });
  const files: Files = { 'articles/a/en.md': sourceText(body), 'articles/a/en.sync.yaml': record };
  expect(await check(files)).toMatchObject([
    {
      line: 9,
      rule: 'anchor/taken',
      what: 'Unexpected id `call` of a figure, under which the heading in line 7 has been published',
    },
  ]);
});

test('an id that the words of a heading make is no figure’s', async () => {
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
      what: 'Unexpected id `call` of a figure, under which the heading in line 9 would stand',
    },
  ]);
  // These have another id without the figure, too.
  for (const heading of ['## Call 1', '## Call {#phone}'])
    expect(
      await check({ 'articles/a/en.md': sourceText(`${heading}\n\n::figure{name="bell" #call}`) }),
    ).toEqual([]);
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
