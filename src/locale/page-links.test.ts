import { expect, test } from 'vitest';
import type { SiteAddress } from './address.ts';
import { linkPage, type PageLanguages } from './page-links.ts';
import type { Page } from './page.ts';

const address: SiteAddress = { origin: 'https://narani.example', base: '/kb/' };
const article: Page = { type: 'article', slug: 'a' };
const inBoth: PageLanguages = { written: ['ko', 'en'], original: 'en' };

test('a page in its own words is its own canonical and names every language it is written in', () => {
  expect(linkPage(article, 'ko', inBoth, address)).toEqual({
    canonical: 'https://narani.example/kb/ko/articles/a/',
    alternates: [
      { hreflang: 'ko', href: 'https://narani.example/kb/ko/articles/a/' },
      { hreflang: 'en', href: 'https://narani.example/kb/en/articles/a/' },
      { hreflang: 'x-default', href: 'https://narani.example/kb/en/articles/a/' },
    ],
  });
});

test('all languages of a page name the same alternates', () => {
  expect(linkPage(article, 'ko', inBoth, address).alternates).toEqual(
    linkPage(article, 'en', inBoth, address).alternates,
  );
});

test('a fallback names the original as canonical, and no alternates', () => {
  expect(linkPage(article, 'da', inBoth, address)).toEqual({
    canonical: 'https://narani.example/kb/en/articles/a/',
    alternates: [],
  });
});

test('a page with two languages side by side is known by the article in its own, and names no alternates', () => {
  expect(linkPage({ type: 'side-by-side', slug: 'a', other: 'en' }, 'ko', inBoth, address)).toEqual({
    canonical: 'https://narani.example/kb/ko/articles/a/',
    alternates: [],
  });
});

test('for whoever asks for no language we have, the home page is the doors of the site', () => {
  expect(linkPage({ type: 'home' }, 'ko', inBoth, address).alternates.at(-1)).toEqual({
    hreflang: 'x-default',
    href: 'https://narani.example/kb/',
  });
});

test('a language is named by its tag as HTML writes it', () => {
  const { alternates } = linkPage(article, 'zh-hant', { written: ['zh-hant'], original: 'zh-hant' }, address);
  expect(alternates[0]).toEqual({
    hreflang: 'zh-Hant',
    href: 'https://narani.example/kb/zh-hant/articles/a/',
  });
});
