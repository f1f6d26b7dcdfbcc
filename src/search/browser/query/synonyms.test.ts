import { describe, expect, test } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { findGlossaryNames } from './synonyms.ts';

const names = [
  ['꼬리 지연', 'tail latency', 'p99'],
  ['top', '탑'],
  ['어린이집', 'daycare', 'vuggestue'],
];

describe('Glossary names in a query', () => {
  /** Formats the glossary names in a query: the range of their words, and their synonyms. */
  const find = (typed: string): string[] =>
    findGlossaryNames(parseQuery(typed).words, names).map(
      ({ from, to, others }) => `${from}-${to} ${others.join()}`,
    );

  test.each([
    ['꼬리 지연', ['0-2 tail latency,p99']],
    ['꼬리지연', ['0-1 tail latency,p99']],
    ['서버의 꼬리 지연이란', ['1-3 tail latency,p99']],
    ['TAIL LATENCY', ['0-2 꼬리 지연,p99']],
    ['꼬리', []],
    ['지연 꼬리', []],
    ['탑승', []],
    ['타워', []],
    ['탑', ['0-1 top']],
  ])('%s', (typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  test('are not found without a glossary, or in one of single names or punctuation', () => {
    expect(findGlossaryNames(parseQuery('탑').words, [])).toEqual([]);
    expect(findGlossaryNames(parseQuery('탑').words, [['탑']])).toEqual([]);
    expect(findGlossaryNames(parseQuery('탑').words, [['?!', '…']])).toEqual([]);
  });
});
