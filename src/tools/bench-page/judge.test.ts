import { expect, test } from 'vitest';
import { medianScores } from './audit.ts';
import {
  findBrokenCounts,
  findBrokenScores,
  findBrokenShift,
  allFiguresPass,
  allPagesPass,
  allShiftsPass,
  judgeFigures,
} from './judge.ts';
import type { Broken, PageResult, ShiftResult } from './judge.ts';
import type { SampledPage } from './sample-pages.ts';
import type { LoadedFigure, Weight } from './weigh.ts';

const article: SampledPage = {
  type: 'article',
  address: 'en/articles/tail/',
  noindex: false,
  inlineJsBytes: 0,
};

/** Creates the files of a figure: a view of its own with this many bytes, and a stage that all figures share. */
function createFigure(figure: string, bytes: number, stage = 15_000, succeeded = true): LoadedFigure {
  const files = [
    { url: `/${figure}.js`, bytes, succeeded },
    { url: '/stage.js', bytes: stage, succeeded: true },
  ];
  return { figure, locale: 'en', url: `http://127.0.0.1/en/articles/${figure}/`, files };
}

const light: Weight = {
  html: 12_000,
  css: 6000,
  js: 2000,
  fonts: 80_000,
  images: 500_000,
  other: 0,
  fontFiles: 2,
  requests: 20,
  requestsWithoutImages: 8,
  thirdParty: [],
  failed: [],
};

const perfect = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 };

test('a page exactly at all limits keeps its budgets', () => {
  expect(findBrokenCounts(article, light)).toEqual([]);
});

test.each<[string, Partial<Weight>]>([
  ['textBytes', { html: 12_001 }],
  ['jsBytes', { js: 5001, html: 0 }],
  ['requestsWithoutImages', { requestsWithoutImages: 9 }],
  ['fontBytes', { fonts: 80_001 }],
  ['fontFiles', { fontFiles: 3 }],
  ['thirdPartyRequests', { thirdParty: ['https://cdn.example/a.js'] }],
  ['failedRequests', { failed: ['http://127.0.0.1/gone.woff2'] }],
])('one above the limit breaks only %s', (budget, heavier) => {
  expect(findBrokenCounts(article, { ...light, ...heavier }).map((broken) => broken.budget)).toEqual([
    budget,
  ]);
});

test('inline scripts of the root page may have 500 bytes', () => {
  const root: SampledPage = { ...article, type: 'root', inlineJsBytes: 500 };
  expect(findBrokenCounts(root, light)).toEqual([]);
  expect(findBrokenCounts({ ...root, inlineJsBytes: 501 }, light)).toMatchObject([
    { budget: 'inlineJsBytes', found: 501, limit: 500 },
  ]);
});

test('all pages pass if they keep their budgets and scores and no audit failed', () => {
  const passing: PageResult = {
    page: article,
    url: 'http://127.0.0.1/en/articles/tail/',
    weight: light,
    broken: { counts: [], scores: [] },
  };
  const broken: Broken = { budget: 'seo', found: 99, limit: 100, causes: [] };
  const audit = { median: perfect, runs: [perfect] };
  expect(allPagesPass([passing, { ...passing, audit }])).toBe(true);
  expect(allPagesPass([passing, { ...passing, broken: { counts: [broken], scores: [] } }])).toBe(false);
  expect(allPagesPass([passing, { ...passing, audit, broken: { counts: [], scores: [broken] } }])).toBe(
    false,
  );
  expect(allPagesPass([passing, { ...passing, audit: { error: 'Lighthouse cannot load it' } }])).toBe(false);
});

test('requests to third parties are listed', () => {
  const [broken] = findBrokenCounts(article, { ...light, thirdParty: ['https://cdn.example/a.js'] });
  expect(broken).toMatchObject({ found: 1, limit: 0, causes: ['https://cdn.example/a.js'] });
});

test('layout shift from 0.001 breaks the budget, with the shifted elements; fallback pages may shift more', () => {
  const moved = ['p.description'];
  expect(findBrokenShift(article, { score: 0.0009, lateFonts: 2, moved })).toEqual([]);
  const broken = findBrokenShift(article, { score: 0.001, lateFonts: 2, moved });
  expect(broken).toEqual([{ budget: 'layoutShift', found: 0.001, limit: 0.001, causes: moved }]);
  expect(findBrokenShift({ type: 'fallback' }, { score: 0.05, lateFonts: 2, moved })).toEqual([]);
  expect(findBrokenShift({ type: 'fallback' }, { score: 0.1, lateFonts: 2, moved })).toHaveLength(1);
  const still: ShiftResult = {
    page: article,
    url: 'http://127.0.0.1/en/articles/tail/',
    screen: 'phone',
    shift: { score: 0, lateFonts: 2, moved: [] },
    broken: [],
  };
  expect(allShiftsPass([still])).toBe(true);
  expect(
    allShiftsPass([
      { ...still, broken: [] },
      { ...still, broken },
    ]),
  ).toBe(false);
});

test('a figure has budgets for its own files and for shared files', () => {
  const passing = judgeFigures([createFigure('clock', 15_000), createFigure('bell', 1)]);
  expect(
    passing.map(({ weight }) => [weight.own, weight.shared].map((files) => files.map(({ url }) => url))),
  ).toEqual([
    [['/clock.js'], ['/stage.js']],
    [['/bell.js'], ['/stage.js']],
  ]);
  expect(allFiguresPass(passing)).toBe(true);
  const broken = (...loaded: LoadedFigure[]) =>
    judgeFigures(loaded).map((result) => result.broken.map(({ budget, found }) => `${budget} ${found}`));
  expect(broken(createFigure('clock', 15_001), createFigure('bell', 1))).toEqual([['ownBytes 15001'], []]);
  expect(broken(createFigure('clock', 1, 15_001), createFigure('bell', 1))).toEqual([
    ['sharedBytes 15001'],
    [],
  ]);
  expect(broken(createFigure('clock', 0, 1, false), createFigure('bell', 1))).toEqual([
    ['failedRequests 1'],
    [],
  ]);
  expect(broken({ ...createFigure('clock', 1), files: [] }, createFigure('bell', 1))[0]).toEqual([
    'filesOfItsOwn 0',
  ]);
});

test('an article with figures may have 30 KB of text', () => {
  const drawn = { ...article, type: 'article with figures' };
  expect(findBrokenCounts(drawn, { ...light, html: 22_000 })).toEqual([]);
  expect(findBrokenCounts(drawn, { ...light, html: 22_001 })).toHaveLength(1);
});

test('only articles have a budget for text', () => {
  expect(findBrokenCounts({ ...article, type: 'about' }, { ...light, html: 90_000 })).toEqual([]);
});

test('a score below 100 is broken, except SEO on a page with noindex', () => {
  const scores = { ...perfect, accessibility: 99, seo: 66 };
  expect(findBrokenScores(article, scores).map(({ budget }) => budget)).toEqual(['accessibility', 'seo']);
  expect(findBrokenScores({ ...article, noindex: true }, scores).map(({ budget }) => budget)).toEqual([
    'accessibility',
  ]);
});

test('the median is per category, and the lower score for two runs', () => {
  const runs = [
    { ...perfect, performance: 97 },
    { ...perfect, performance: 99, seo: 92 },
  ];
  expect(medianScores([...runs, perfect])).toEqual({ ...perfect, performance: 99 });
  expect(medianScores(runs)).toEqual({ ...perfect, performance: 97, seo: 92 });
});
