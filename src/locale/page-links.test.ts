import { expect, test } from 'vitest';
import type { SiteAddress } from './address.ts';
import { linkPage, type PageLanguages } from './page-links.ts';
import type { Page } from './page.ts';

const address: SiteAddress = { origin: 'https://narani.example', base: '/kb/' };
const article: Page = { type: 'article', slug: 'a' };
const inBoth: PageLanguages = { written: ['ko', 'en'], original: 'en' };

test('a page that is not a fallback has its own URL as canonical and an alternate for each language', () => {
  expect(linkPage(article, 'ko', inBoth, address)).toEqual({
    canonical: 'https://narani.example/kb/ko/articles/a/',
    alternates: [
      { hreflang: 'ko', href: 'https://narani.example/kb/ko/articles/a/' },
      { hreflang: 'en', href: 'https://narani.example/kb/en/articles/a/' },
      { hreflang: 'x-default', href: 'https://narani.example/kb/en/articles/a/' },
    ],
  });
});

test('all languages of a page have the same alternates', () => {
  expect(linkPage(article, 'ko', inBoth, address).alternates).toEqual(
    linkPage(article, 'en', inBoth, address).alternates,
  );
});

test('a fallback has the original as canonical and no alternates', () => {
  expect(linkPage(article, 'da', inBoth, address)).toEqual({
    canonical: 'https://narani.example/kb/en/articles/a/',
    alternates: [],
  });
});

test('a side-by-side page has the article as canonical and no alternates', () => {
  expect(linkPage({ type: 'side-by-side', slug: 'a', other: 'en' }, 'ko', inBoth, address)).toEqual({
    canonical: 'https://narani.example/kb/ko/articles/a/',
    alternates: [],
  });
});

test('the home page has the language selection as x-default', () => {
  expect(linkPage({ type: 'home' }, 'ko', inBoth, address).alternates.at(-1)).toEqual({
    hreflang: 'x-default',
    href: 'https://narani.example/kb/',
  });
});

test('hreflang has the form of an HTML language tag', () => {
  const { alternates } = linkPage(article, 'zh-hant', { written: ['zh-hant'], original: 'zh-hant' }, address);
  expect(alternates[0]).toEqual({
    hreflang: 'zh-Hant',
    href: 'https://narani.example/kb/zh-hant/articles/a/',
  });
});

test('a page of a site in one language has no alternates', () => {
  expect(linkPage(article, 'ko', { written: ['ko'], original: 'ko', isOnly: true }, address)).toEqual({
    canonical: 'https://narani.example/kb/ko/articles/a/',
    alternates: [],
  });
});
