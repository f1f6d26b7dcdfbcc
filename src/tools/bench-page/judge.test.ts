import { expect, test } from 'vitest';
import { medianOf } from './audit.ts';
import { brokenCounts, brokenScores, brokenShift, isAgile, isLight, isStill, judgeLive } from './judge.ts';
import type { Broken, PageResult, ShiftResult } from './judge.ts';
import type { SampledPage } from './sample-pages.ts';
import type { Loaded, Weight } from './weigh.ts';

const article: SampledPage = {
  type: 'article',
  address: 'en/articles/tail/',
  noindex: false,
  inlineJsBytes: 0,
};

/** What was loaded for a figure: its view, as heavy as this, and a stage for all. */
function load(figure: string, bytes: number, stage = 15_000, came = true): Loaded {
  const files = [
    { url: `/${figure}.js`, bytes, came },
    { url: '/stage.js', bytes: stage, came: true },
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

test('a page exactly at every bar keeps them all', () => {
  expect(brokenCounts(article, light)).toEqual([]);
});

test.each<[string, Partial<Weight>]>([
  ['textBytes', { html: 12_001 }],
  ['jsBytes', { js: 5001, html: 0 }],
  ['requestsWithoutImages', { requestsWithoutImages: 9 }],
  ['fontBytes', { fonts: 80_001 }],
  ['fontFiles', { fontFiles: 3 }],
  ['thirdPartyRequests', { thirdParty: ['https://cdn.example/a.js'] }],
  ['failedRequests', { failed: ['http://127.0.0.1/gone.woff2'] }],
])('one over the bar breaks %s and nothing else', (budget, heavier) => {
  expect(brokenCounts(article, { ...light, ...heavier }).map((broken) => broken.budget)).toEqual([budget]);
});

test('the script in the root page may have 500 bytes', () => {
  const root: SampledPage = { ...article, type: 'root', inlineJsBytes: 500 };
  expect(brokenCounts(root, light)).toEqual([]);
  expect(brokenCounts({ ...root, inlineJsBytes: 501 }, light)).toMatchObject([
    { budget: 'inlineJsBytes', found: 501, limit: 500 },
  ]);
});

test('a site is light when every page keeps its budgets, was audited if it was to be, and has the scores', () => {
  const kept: PageResult = {
    page: article,
    url: 'http://127.0.0.1/en/articles/tail/',
    weight: light,
    broken: { counts: [], scores: [] },
  };
  const broken: Broken = { budget: 'seo', found: 99, limit: 100, culprits: [] };
  const audit = { median: perfect, runs: [perfect] };
  expect(isLight([kept, { ...kept, audit }])).toBe(true);
  expect(isLight([kept, { ...kept, broken: { counts: [broken], scores: [] } }])).toBe(false);
  expect(isLight([kept, { ...kept, audit, broken: { counts: [], scores: [broken] } }])).toBe(false);
  expect(isLight([kept, { ...kept, audit: { error: 'Lighthouse could not load it' } }])).toBe(false);
});

test('a request to a third party is named', () => {
  const [broken] = brokenCounts(article, { ...light, thirdParty: ['https://cdn.example/a.js'] });
  expect(broken).toMatchObject({ found: 1, limit: 0, culprits: ['https://cdn.example/a.js'] });
});

test('a page that moves breaks the bar and says what moved, less than a thousandth aside', () => {
  const moved = ['p.description'];
  expect(brokenShift(article, { score: 0.0009, lateFonts: 2, moved })).toEqual([]);
  const broken = brokenShift(article, { score: 0.001, lateFonts: 2, moved });
  expect(broken).toEqual([{ budget: 'layoutShift', found: 0.001, limit: 0.001, culprits: moved }]);
  expect(brokenShift({ type: 'fallback' }, { score: 0.05, lateFonts: 2, moved })).toEqual([]);
  expect(brokenShift({ type: 'fallback' }, { score: 0.1, lateFonts: 2, moved })).toHaveLength(1);
  const still: ShiftResult = {
    page: article,
    url: 'http://127.0.0.1/en/articles/tail/',
    screen: 'phone',
    shift: { score: 0, lateFonts: 2, moved: [] },
    broken: [],
  };
  expect(isStill([still])).toBe(true);
  expect(
    isStill([
      { ...still, broken: [] },
      { ...still, broken },
    ]),
  ).toBe(false);
});

test('a figure has a bar for what is its own and one for what every figure takes', () => {
  const kept = judgeLive([load('clock', 15_000), load('bell', 1)]);
  expect(
    kept.map(({ weight }) => [weight.own, weight.shared].map((files) => files.map(({ url }) => url))),
  ).toEqual([
    [['/clock.js'], ['/stage.js']],
    [['/bell.js'], ['/stage.js']],
  ]);
  expect(isAgile(kept)).toBe(true);
  const broken = (...loaded: Loaded[]) =>
    judgeLive(loaded).map((result) => result.broken.map(({ budget, found }) => `${budget} ${found}`));
  expect(broken(load('clock', 15_001), load('bell', 1))).toEqual([['ownBytes 15001'], []]);
  expect(broken(load('clock', 1, 15_001), load('bell', 1))).toEqual([['sharedBytes 15001'], []]);
  expect(broken(load('clock', 0, 1, false), load('bell', 1))).toEqual([['failedRequests 1'], []]);
  expect(broken({ ...load('clock', 1), files: [] }, load('bell', 1))[0]).toEqual(['filesOfItsOwn 0']);
});

test('an article with figures may have half as much text again', () => {
  const drawn = { ...article, type: 'article with figures' };
  expect(brokenCounts(drawn, { ...light, html: 22_000 })).toEqual([]);
  expect(brokenCounts(drawn, { ...light, html: 22_001 })).toHaveLength(1);
});

test('the bar for the text of a page is for articles only', () => {
  expect(brokenCounts({ ...article, type: 'about' }, { ...light, html: 90_000 })).toEqual([]);
});

test('a score below 100 is broken, except SEO on a page that asks not to be indexed', () => {
  const scores = { ...perfect, accessibility: 99, seo: 66 };
  expect(brokenScores(article, scores).map(({ budget }) => budget)).toEqual(['accessibility', 'seo']);
  expect(brokenScores({ ...article, noindex: true }, scores).map(({ budget }) => budget)).toEqual([
    'accessibility',
  ]);
});

test('the median is taken of each category, and of two runs the lower counts', () => {
  const runs = [
    { ...perfect, performance: 97 },
    { ...perfect, performance: 99, seo: 92 },
  ];
  expect(medianOf([...runs, perfect])).toEqual({ ...perfect, performance: 99 });
  expect(medianOf(runs)).toEqual({ ...perfect, performance: 97, seo: 92 });
});
