import { expect, test } from 'vitest';
import {
  cardHref,
  downloadHref,
  feedHref,
  markdownHref,
  pageToHref,
  switchPage,
  toAbsolute,
  type SiteAddress,
} from './address.ts';
import type { Page } from './page.ts';

const address: SiteAddress = { origin: 'https://narani.example', base: '/kb/' };

test('every address stands below the base of the site', () => {
  expect(pageToHref({ type: 'home' }, 'ko', address)).toBe('/kb/ko/');
  expect(pageToHref({ type: 'article', slug: 'a' }, 'en', address)).toBe('/kb/en/articles/a/');
  expect(markdownHref('꼬리', 'ko', address)).toBe('/kb/ko/articles/%EA%BC%AC%EB%A6%AC.md');
  expect(feedHref('en', address)).toBe('/kb/en/feed.xml');
});

test('links to an article show its own card, links to any other page that of the site, which no slug can take', () => {
  expect(cardHref({ type: 'article', slug: '꼬리' }, 'ko', address)).toBe('/kb/og/ko/%EA%BC%AC%EB%A6%AC.png');
  const others: Page[] = [
    { type: 'home' },
    { type: 'topic', topic: 'ko' },
    { type: 'single', slug: 'about' },
  ];
  expect(others.map((page) => cardHref(page, 'ko', address))).toEqual(others.map(() => '/kb/og/ko.png'));
});

test('a path becomes a full URL at the origin, its base neither lost nor doubled', () => {
  expect(toAbsolute('/kb/ko/articles/', address)).toBe('https://narani.example/kb/ko/articles/');
});

test('a file for download is at one address for all languages, which no page of a language has', () => {
  expect(downloadHref('articles/한글', 'data/two values.csv', address)).toBe(
    '/kb/downloads/articles/%ED%95%9C%EA%B8%80/data/two%20values.csv',
  );
});

const pair: Page = { type: 'side-by-side', slug: 'a', other: 'en' };
const written = ['ko', 'en', 'da'];

test.each<Page>([{ type: 'home' }, { type: 'article', slug: 'a' }, { type: 'topic', topic: 'b' }])(
  'the page %j is the same in every language',
  (page) => {
    expect(switchPage(page, 'ko', 'en', written)).toEqual(page);
  },
);

test('two languages side by side change sides', () => {
  expect(switchPage(pair, 'ko', 'en', written)).toEqual({ ...pair, other: 'ko' });
});

test('the language that is asked for anew leads to where the reader is', () => {
  expect(switchPage(pair, 'ko', 'ko', written)).toEqual(pair);
});

test('a third language stands beside the one that is not the page’s own', () => {
  expect(switchPage(pair, 'ko', 'da', written)).toEqual(pair);
});

test('in a language that the article is not written in, there is the page of the article', () => {
  expect(switchPage(pair, 'ko', 'da', ['ko', 'en'])).toEqual({ type: 'article', slug: 'a' });
});
