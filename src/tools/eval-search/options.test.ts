import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a corpus and queries are enough', () => {
  expect(readOptions(['--corpus', 'c', '--queries', 'q'])).toMatchObject({
    corpus: 'c',
    queries: 'q',
    classes: [],
    limit: Infinity,
    sample: 4,
    searches: ['narani', 'stock'],
    output: 'text',
  });
});

test('either search can be left out, and classes can be named', () => {
  const words = [
    '--content',
    'c',
    '--queries',
    'q',
    '--no-stock',
    '--class',
    'a',
    '--class',
    'b',
    '--limit',
    '3',
  ];
  expect(readOptions(words)).toMatchObject({ searches: ['narani'], classes: ['a', 'b'], limit: 3 });
});

test('a run without pages or queries says what it lacks', () => {
  expect(() => readOptions(['--queries', 'q'])).toThrow('0 of --corpus, --content and --built');
  expect(() => readOptions(['--corpus', 'c', '--built', 'b', '--queries', 'q'])).toThrow('2 of');
  expect(() => readOptions(['--corpus', 'c'])).toThrow('no --queries');
  expect(() => readOptions(['--corpus', 'c', '--queries', 'q', '--limit', 'x'])).toThrow('--limit x');
});
