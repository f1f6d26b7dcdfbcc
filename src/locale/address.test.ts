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

test('every address begins with the base of the site', () => {
  expect(pageToHref({ type: 'home' }, 'ko', address)).toBe('/kb/ko/');
  expect(pageToHref({ type: 'article', slug: 'a' }, 'en', address)).toBe('/kb/en/articles/a/');
  expect(markdownHref('꼬리', 'ko', address)).toBe('/kb/ko/articles/%EA%BC%AC%EB%A6%AC.md');
  expect(feedHref('en', address)).toBe('/kb/en/feed.xml');
});

test('articles have their own Open Graph image, and other pages share one that no slug can collide with', () => {
  expect(cardHref({ type: 'article', slug: '꼬리' }, 'ko', address)).toBe('/kb/og/ko/%EA%BC%AC%EB%A6%AC.png');
  const others: Page[] = [
    { type: 'home' },
    { type: 'topic', topic: 'ko' },
    { type: 'single', slug: 'about' },
  ];
  expect(others.map((page) => cardHref(page, 'ko', address))).toEqual(others.map(() => '/kb/og/ko.png'));
});

test('a full URL has the base exactly once', () => {
  expect(toAbsolute('/kb/ko/articles/', address)).toBe('https://narani.example/kb/ko/articles/');
});

test('a download has the same address in all languages, outside their folders', () => {
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

test('switching to the other language of a side-by-side page swaps the columns', () => {
  expect(switchPage(pair, 'ko', 'en', written)).toEqual({ ...pair, other: 'ko' });
});

test('switching to the current language leads to the same page', () => {
  expect(switchPage(pair, 'ko', 'ko', written)).toEqual(pair);
});

test('a third language replaces the page’s own in a side-by-side page', () => {
  expect(switchPage(pair, 'ko', 'da', written)).toEqual(pair);
});

test('switching a side-by-side page to a language the article is not written in leads to the article', () => {
  expect(switchPage(pair, 'ko', 'da', ['ko', 'en'])).toEqual({ type: 'article', slug: 'a' });
});
