import { describe, expect, test } from 'vitest';
import { listMissedTargets } from './targets.ts';
import type { EvalQuery } from './queries.ts';
import { failuresIn, summarize, type QueryResult, type Measured } from './report.ts';

function query(id: string, name = 'ko-exact'): EvalQuery {
  return { id, class: name, locale: 'ko', q: id, expected: ['right'], section: null, from: undefined };
}

function result(id: string, found: readonly string[], ms = 10, name = 'ko-exact'): QueryResult {
  return { query: query(id, name), found, notices: [], ms };
}

const wrong = ['a', 'b', 'c', 'd', 'e'];

const measured: Measured = {
  results: [
    result('one', ['right'], 10),
    result('two', ['wrong', 'right'], 20),
    result('three', [...wrong, 'right'], 30, 'ko-typo'),
    result('four', [], 40, 'ko-typo'),
  ],
  loaded: [
    { query: query('one'), firstBytes: 100, furtherBytes: undefined },
    { query: query('three', 'ko-typo'), firstBytes: 300, furtherBytes: 50 },
  ],
  typing: [
    { query: query('one'), typedBytes: 120, pastedBytes: 100 },
    { query: query('two'), typedBytes: 180, pastedBytes: 100 },
  ],
  otherByAddress: [],
  indexBytes: 1000,
};

describe('A report', () => {
  const report = summarize(measured);

  test('has one group per class, and one for all queries', () => {
    expect(report.classes.map(({ name, n }) => [name, n])).toEqual([
      ['ko-exact', 2],
      ['ko-typo', 2],
    ]);
    expect(report.all.n).toBe(4);
  });

  test('averages the classes of each language, whatever their sizes', () => {
    const more = [...measured.results, result('five', ['right'], 10, 'en-exact'), result('six', ['right'])];
    expect(summarize({ ...measured, results: more }).classMeans).toEqual([
      { language: 'ko', classes: 2, success1: (2 / 3 + 0) / 2, success5: 0.5 },
      { language: 'en', classes: 1, success1: 1, success5: 1 },
    ]);
  });

  test('has success@1, success@5, MRR@10 and the proportion without results', () => {
    expect(report.all.success1.share).toBe(0.25);
    expect(report.all.success5.share).toBe(0.5);
    expect(report.all.mrr10).toBeCloseTo((1 + 1 / 2 + 1 / 6) / 4);
    expect(report.all.nothingFound).toBe(0.25);
  });

  test('includes in a group only bytes of its own queries', () => {
    expect(report.classes[1]?.firstBytes).toEqual({ median: 300, p95: 300 });
    expect(report.classes[0]?.furtherBytes).toBeUndefined();
    expect(report.all.ms).toEqual({ median: 20, p95: 40 });
  });

  test('compares all typed bytes with all pasted ones', () => {
    expect(report.typing?.typedOverPasted).toBe(1.5);
  });
});

test('a failure is a query without an expected article among the first five', () => {
  expect(failuresIn(measured.results).map(({ query: { id } }) => id)).toEqual(['three', 'four']);
});

describe('Targets', () => {
  const report = summarize(measured);

  test('that are missed are listed with the measured value', () => {
    expect(listMissedTargets(report)).toEqual([
      'success5 of ko-typo: 0.000, expected at least 0.95',
      'success1 of ko-exact: 0.500, expected at least 0.93',
      'success1 of ko-typo: 0.000, expected at least 0.75',
      'nothing found: 0.25, expected at most 0.01',
      'bytes typed over pasted: 1.5, expected at most 1.3',
    ]);
  });

  test('that compare with stock Pagefind are missed by a heavier search', () => {
    const light = summarize({
      ...measured,
      indexBytes: 499,
      loaded: [{ query: query('one'), firstBytes: 299, furtherBytes: 50 }],
    });
    expect(listMissedTargets(report, light).slice(-2)).toEqual([
      'first query compared with stock, bytes, p95: 300, expected at most 299',
      'index on disk, bytes: 1,000, expected at most 998',
    ]);
  });

  test('for bytes and milliseconds are absolute, whatever stock Pagefind loads', () => {
    const results = measured.results.map((each) => ({ ...each, found: ['right'], ms: 51 }));
    const loaded = [{ query: query('one'), firstBytes: 250_000, furtherBytes: 1 }];
    const heavy = summarize({ ...measured, results, loaded, typing: [] });
    expect(listMissedTargets(heavy, heavy)).toEqual([
      'first query, bytes, median: 250,000, expected at most 200,000',
      'typed to painted, ms, median: 51, expected at most 50',
    ]);
  });

  test('are met by a search that finds everything', () => {
    const all = measured.results.map((each) => ({ ...each, found: ['right'] }));
    expect(listMissedTargets(summarize({ ...measured, results: all, typing: [] }), report)).toEqual([]);
  });
});
