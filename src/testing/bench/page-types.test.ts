import { expect, test } from 'vitest';
import { samplePages } from './page-types.ts';
import type { BuiltPage } from './page-types.ts';

function page(path: string, bytes = 1000, noindex = false): BuiltPage {
  return { path, bytes, noindex, inlineJsBytes: 0 };
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

test('each type is measured by its heaviest page, home and article in each locale', () => {
  expect(samplePages(built).pages.map(({ type, address }) => `${type} /${address}`)).toEqual([
    'root /',
    'home /en/',
    'home /ko/',
    'articles /en/articles/',
    'article /en/articles/long/',
    'article /ko/articles/long/',
    'fallback /en/articles/only-korean/',
    'side-by-side /ko/articles/long/side-by-side/en/',
    'about /en/about/',
    '404 /404.html',
  ]);
});

test('what depends on the script is measured in each locale that has a page of the type', () => {
  const twice = [...built, page('ko/about/index.html', 900)];
  const addresses = samplePages(twice).everyLocale.map(({ type, address }) => `${type} /${address}`);
  expect(addresses).toEqual(
    expect.arrayContaining(['root /', 'about /en/about/', 'about /ko/about/', '404 /404.html']),
  );
  expect(addresses.filter((each) => each.startsWith('articles'))).toEqual(['articles /en/articles/']);
});

test('types of which nothing was built are named', () => {
  expect(samplePages(built).absent).toEqual(['topics', 'topic', 'glossary', 'search']);
});
