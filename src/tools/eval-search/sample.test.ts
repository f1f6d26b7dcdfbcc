import { expect, test } from 'vitest';
import { sampleEvenly, samplePerClass } from './sample.ts';

test('a sample is spread over all, and the same each time', () => {
  expect(sampleEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(sampleEvenly([0, 1], 4)).toEqual([0, 1]);
  expect(sampleEvenly([0, 1], 0)).toEqual([]);
});

test('a sample of queries has some of every class', () => {
  const queries = ['a', 'a', 'a', 'b'].map((name, index) => ({
    id: String(index),
    class: name,
    locale: 'ko',
    q: '',
    expected: [],
    section: null,
    from: undefined,
  }));
  expect(samplePerClass(queries, 2).map(({ id }) => id)).toEqual(['0', '1', '3']);
});
