import { expect, test } from 'vitest';
import { splitPhrase } from './split-phrase.ts';

const phrase = (query: string): string => `“${query}”에 맞는 글이 없다.`;

test('a phrase is split around the query', () => {
  expect(splitPhrase(phrase, ' 덴마크 ')).toEqual(['“', '덴마크', '”에 맞는 글이 없다.']);
});

test('a long query is truncated at a character boundary', () => {
  const [, about] = splitPhrase(phrase, '🙂'.repeat(10_000));
  expect(about).toBe(`${'🙂'.repeat(60)}…`);
});
