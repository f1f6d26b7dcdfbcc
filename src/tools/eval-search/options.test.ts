import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('only a corpus and queries are required', () => {
  expect(parseOptions(['--corpus', 'c', '--queries', 'q'])).toMatchObject({
    corpus: 'c',
    queries: 'q',
    classes: [],
    limit: Infinity,
    sample: 4,
    searches: ['narani', 'stock', 'minisearch'],
    output: 'text',
  });
});

test('any search can be left out, and classes can be selected', () => {
  const args = [
    '--content',
    'c',
    '--queries',
    'q',
    '--no-stock',
    '--no-minisearch',
    '--class',
    'a',
    '--class',
    'b',
    '--limit',
    '3',
  ];
  expect(parseOptions(args)).toMatchObject({ searches: ['narani'], classes: ['a', 'b'], limit: 3 });
});

test('missing or conflicting options are reported', () => {
  expect(() => parseOptions(['--queries', 'q'])).toThrow('no --corpus, --content or --built');
  expect(() => parseOptions(['--corpus', 'c', '--built', 'b', '--queries', 'q'])).toThrow(
    '2 of --corpus, --content and --built',
  );
  expect(() => parseOptions(['--corpus', 'c'])).toThrow('--queries is missing');
  expect(() => parseOptions(['--corpus', 'c', '--queries', 'q', '--limit', 'x'])).toThrow('--limit x');
});
