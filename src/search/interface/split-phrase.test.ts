import { expect, test } from 'vitest';
import { splitPhrase } from './split-phrase.ts';

const phrase = (query: string): string => `“${query}”에 맞는 글이 없다.`;

test('what was typed is set apart from what is said about it', () => {
  expect(splitPhrase(phrase, ' 덴마크 ')).toEqual(['“', '덴마크', '”에 맞는 글이 없다.']);
});

test('what runs on for pages is cut between two characters', () => {
  const [, about] = splitPhrase(phrase, '🙂'.repeat(10_000));
  expect(about).toBe(`${'🙂'.repeat(60)}…`);
});
