import { expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText } from '../../testing/build-content.ts';
import { checkTopics } from './topics.ts';

test('topics.yaml에 없는 주제의 위치를 비슷한 주제와 함께 알린다', async () => {
  const files = {
    'articles/a/ko.md': sourceText('가', 'topics: [words, wrods, childcare]\n'),
    'articles/a/en.md': translatedText('A'),
  };
  expect(checkTopics(await buildLibrary(files))).toMatchObject([
    {
      file: 'content/articles/a/ko.md',
      line: 5,
      column: 17,
      rule: 'article/unknown-topic',
      severity: 'error',
      what: 'Unknown topic `wrods`: did you mean `words`?',
    },
    { line: 5, column: 24, what: 'Unknown topic `childcare`, expected one of `words`' },
  ]);
});

test('주제가 하나도 정해지지 않은 사이트에서도 알린다', async () => {
  const files = { 'topics.yaml': '{}\n', 'articles/a/ko.md': sourceText('가', 'topics: [words]\n') };
  expect(checkTopics(await buildLibrary(files))).toMatchObject([{ what: 'Unknown topic `words`' }]);
});

test('있는 주제와 주제 없는 글에는 아무것도 알리지 않는다', async () => {
  const files = {
    'articles/a/ko.md': sourceText('가', 'topics: [words]\n'),
    'articles/b/ko.md': sourceText('나'),
  };
  expect(checkTopics(await buildLibrary(files))).toEqual([]);
});

test.each(['coffee', '커피 콩', 'Node.js', '2026', 'true', 'it’s "x"'])(
  'the entry that the fix prints for “%s” works when it is pasted, in every language of the site',
  async (topic) => {
    const text = (id: string): string => sourceText('가', `topics: [${JSON.stringify(id)}]\n`);
    const [found] = checkTopics(await buildLibrary({ 'articles/a/ko.md': text(topic) }));
    const [, entry = ''] = /: `(.*)`\.$/.exec(found?.fix ?? '') ?? [];
    const [, id = topic] = /^Write `(.*?)`/.exec(found?.fix ?? '') ?? [];
    const mended = await buildLibrary({ 'topics.yaml': `${entry}\n`, 'articles/a/ko.md': text(id) });
    expect(mended.content.diagnostics).toEqual([]);
    expect(checkTopics(mended)).toEqual([]);
    expect(Object.keys(mended.content.topics[id]?.label ?? {})).toEqual(['ko', 'en']);
  },
);
