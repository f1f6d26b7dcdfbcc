import { describe, expect, test } from 'vitest';
import { groupArticles, type Article, type Entry } from '../model/index.ts';
import { entry, site, translation } from '../testing/builders.ts';
import { listSitemapPages, type Listing } from './sitemap-pages.ts';
import { sitemapIndexToXml, sitemapToXml } from './sitemap.ts';

function articles(...entries: Entry[]): Article[] {
  return groupArticles(entries, ['ko', 'en']);
}

function listing(said: Partial<Listing> = {}): Listing {
  return {
    site: site(),
    topics: { linux: { label: { ko: '리눅스' }, description: { ko: '커널' } } },
    articles: [],
    pages: [],
    ...said,
  };
}

function urls(said: Partial<Listing>, locale: string): string[] {
  return listSitemapPages(listing(said), locale).map(({ url }) => new URL(url).pathname);
}

describe('The sitemap of a language', () => {
  test('has the pages that every language has', () => {
    const found = urls({}, 'ko');
    expect(found).toEqual(
      expect.arrayContaining(['/ko/', '/ko/articles/', '/ko/topics/', '/ko/topics/linux/']),
    );
    expect(found).not.toContain('/ko/search/');
  });

  test('leaves out articles that it shows in another language’s words', () => {
    const both = articles(entry(), translation(), entry({ slug: 'korean-only' }));
    expect(urls({ articles: both }, 'ko')).toContain('/ko/articles/korean-only/');
    expect(urls({ articles: both }, 'en')).toContain('/en/articles/tail-latency/');
    expect(urls({ articles: both }, 'en').join()).not.toContain('korean-only');
  });

  test('has single pages in the languages they are written in', () => {
    const pages = articles(entry({ kind: 'page', slug: 'about', updated: '2026-12-01' }));
    expect(urls({ pages }, 'ko')).toContain('/ko/about/');
    expect(urls({ pages }, 'en')).not.toContain('/en/about/');
  });

  test('ties an article’s languages to each other, its original for whoever asks for none of them', () => {
    const [page] = listSitemapPages(listing({ articles: articles(entry(), translation()) }), 'en').slice(-1);
    expect(page).toEqual({
      url: 'https://narani.example/en/articles/tail-latency/',
      lastChanged: '2026-11-22',
      alternates: [
        { hreflang: 'ko', href: 'https://narani.example/ko/articles/tail-latency/' },
        { hreflang: 'en', href: 'https://narani.example/en/articles/tail-latency/' },
        { hreflang: 'x-default', href: 'https://narani.example/ko/articles/tail-latency/' },
      ],
    });
  });

  test('ties both languages alike, as search engines ask', () => {
    const both = listing({ articles: articles(entry(), translation()) });
    const alternates = ['ko', 'en'].map((locale) =>
      listSitemapPages(both, locale).map((page) => page.alternates),
    );
    expect(alternates[0]).toEqual(alternates[1]);
  });

  test('ties an article of one language to no other', () => {
    const [page] = listSitemapPages(listing({ articles: articles(entry()) }), 'ko').slice(-1);
    expect(page?.alternates.map(({ hreflang }) => hreflang)).toEqual(['ko', 'x-default']);
  });

  test('sends whoever asks for no language to the doors of the site', () => {
    const [home] = listSitemapPages(listing({ site: site({ base: '/kb/' }) }), 'en');
    expect(home?.alternates.at(-1)).toEqual({ hreflang: 'x-default', href: 'https://narani.example/kb/' });
  });

  test('says when a list last changed: with the newest of what it lists', () => {
    const given = articles(
      entry({ topics: ['linux'], date: '2026-01-01' }),
      entry({ slug: 'b', date: '2026-02-01', updated: '2026-03-01' }),
    );
    const changed = listSitemapPages(listing({ articles: given }), 'ko').map(
      ({ url, lastChanged }) => [new URL(url).pathname, lastChanged] as const,
    );
    expect(Object.fromEntries(changed)).toMatchObject({
      '/ko/': '2026-03-01',
      '/ko/articles/': '2026-03-01',
      '/ko/topics/': '2026-03-01',
      '/ko/topics/linux/': '2026-01-01',
      '/ko/articles/b/': '2026-03-01',
      '/ko/articles/tail-latency/': '2026-01-01',
    });
  });

  test('says of a list without articles nothing about its age', () => {
    const changed = new Set(listSitemapPages(listing(), 'ko').map(({ lastChanged }) => lastChanged));
    expect([...changed]).toEqual([undefined]);
  });

  test('names addresses in ASCII, below the site’s folder', () => {
    const given = listing({ site: site({ base: '/kb/' }), articles: articles(entry({ slug: '꼬리-지연' })) });
    expect(listSitemapPages(given, 'ko').at(-1)?.url).toBe(
      'https://narani.example/kb/ko/articles/%EA%BC%AC%EB%A6%AC-%EC%A7%80%EC%97%B0/',
    );
  });
});

test('a sitemap is written as sitemaps.org and search engines ask', () => {
  const xml = sitemapToXml([
    {
      url: 'https://narani.example/ko/?a=1&b=2',
      lastChanged: '2026-11-22',
      alternates: [{ hreflang: 'ko', href: 'https://narani.example/ko/?a=1&b="2"' }],
    },
    { url: 'https://narani.example/ko/topics/', lastChanged: undefined, alternates: [] },
  ]);
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://narani.example/ko/?a=1&#x26;b=2</loc><lastmod>2026-11-22</lastmod><xhtml:link rel="alternate" hreflang="ko" href="https://narani.example/ko/?a=1&#x26;b=&#x22;2&#x22;" /></url><url><loc>https://narani.example/ko/topics/</loc></url></urlset>
    "
  `);
});

test('the list of sitemaps names each of them', () => {
  expect(sitemapIndexToXml(['https://narani.example/sitemap-ko.xml'])).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://narani.example/sitemap-ko.xml</loc></sitemap></sitemapindex>
    "
  `);
});
