import { expect, test } from 'vitest';
import { sampleFigures, samplePages } from './sample-pages.ts';
import type { BuiltPage } from './sample-pages.ts';

function page(path: string, bytes = 1000, noindex = false, figures: readonly string[] = []): BuiltPage {
  return { path, bytes, noindex, inlineJsBytes: 0, figures };
}

const built = [
  page('index.html'),
  page('404.html', 1000, true),
  page('en/index.html'),
  page('ko/index.html'),
  page('en/about/index.html'),
  page('en/articles/index.html'),
  page('en/articles/long/index.html', 9000),
  page('en/articles/short/index.html', 2000),
  page('en/articles/only-korean/index.html', 9500, true),
  page('ko/articles/long/index.html', 9900),
  page('ko/articles/long/side-by-side/en/index.html', 9999, true),
  page('og/index.html.html'),
];

test('each type is measured on its heaviest page; home and article in each locale', () => {
  expect(samplePages(built).pages.map(({ type, address }) => `${type} /${address}`)).toEqual([
    'root /',
    'home /en/',
    'home /ko/',
    'articles /en/articles/',
    'article /en/articles/long/',
    'article /ko/articles/long/',
    'fallback /en/articles/only-korean/',
    'side-by-side /ko/articles/long/side-by-side/en/',
    'single /en/about/',
    '404 /404.html',
  ]);
});

test('`everyLocale` has a page of each type in each locale that has one', () => {
  const pages = [...built, page('ko/about/index.html', 900)];
  const addresses = samplePages(pages).everyLocale.map(({ type, address }) => `${type} /${address}`);
  expect(addresses).toEqual(
    expect.arrayContaining(['root /', 'single /en/about/', 'single /ko/about/', '404 /404.html']),
  );
  expect(addresses.filter((each) => each.startsWith('articles'))).toEqual(['articles /en/articles/']);
});

test('types without a page are listed', () => {
  const { absent } = samplePages(built);
  expect(absent).toEqual(expect.arrayContaining(['article with figures', 'topics', 'topic', 'search']));
  for (const type of ['root', 'home', 'articles', 'article', 'fallback', 'side-by-side', 'single', '404'])
    expect(absent).not.toContain(type);
});

test('articles with figures are a separate type', () => {
  const more = [...built, page('en/articles/drawn/index.html', 9990, false, ['clock'])];
  const addresses = samplePages(more).pages.map(({ type, address }) => `${type} /${address}`);
  expect(addresses).toEqual(
    expect.arrayContaining(['article /en/articles/long/', 'article with figures /en/articles/drawn/']),
  );
});

test('each figure is measured in each language, on the page with the fewest other figures', () => {
  const drawn = [
    page('en/articles/all/index.html', 9000, false, ['bell', 'clock', 'clock']),
    page('en/articles/clock/index.html', 2000, false, ['clock', 'clock']),
    page('ko/articles/clock/index.html', 2000, false, ['clock']),
    page('en/articles/hidden/index.html', 2000, true, ['whistle']),
    page('ko/articles/clock/side-by-side/en/index.html', 2000, true, ['clock']),
  ];
  expect(sampleFigures(drawn)).toEqual([
    { figure: 'bell', locale: 'en', address: 'en/articles/all/' },
    { figure: 'clock', locale: 'en', address: 'en/articles/clock/' },
    { figure: 'clock', locale: 'ko', address: 'ko/articles/clock/' },
  ]);
});
