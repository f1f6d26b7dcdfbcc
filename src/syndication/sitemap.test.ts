import { describe, expect, test } from 'vitest';
import { groupArticles, type Article, type Entry } from '../model/index.ts';
import { entry, site, translation } from '../testing/builders.ts';
import { listSitemapPages, sitemapIndexToXml, sitemapToXml, type SitemapContent } from './sitemap.ts';

function articles(...entries: Entry[]): Article[] {
  return groupArticles(entries, ['ko', 'en']);
}

function contentWith(changes: Partial<SitemapContent> = {}): SitemapContent {
  return {
    site: site(),
    topics: { linux: { label: { ko: '리눅스' }, description: { ko: '커널' } } },
    articles: [],
    pages: [],
    ...changes,
  };
}

function urls(changes: Partial<SitemapContent>, locale: string): string[] {
  return listSitemapPages(contentWith(changes), locale).map(({ url }) => new URL(url).pathname);
}

describe('The sitemap of a language', () => {
  test('includes the pages that every language has', () => {
    const found = urls({}, 'ko');
    expect(found).toEqual(
      expect.arrayContaining(['/ko/', '/ko/articles/', '/ko/topics/', '/ko/topics/linux/']),
    );
    expect(found).not.toContain('/ko/search/');
  });

  test('excludes articles that it shows as a fallback in another language', () => {
    const both = articles(entry(), translation(), entry({ slug: 'korean-only' }));
    expect(urls({ articles: both }, 'ko')).toContain('/ko/articles/korean-only/');
    expect(urls({ articles: both }, 'en')).toContain('/en/articles/tail-latency/');
    expect(urls({ articles: both }, 'en').join()).not.toContain('korean-only');
  });

  test('includes single pages only in the languages they are written in', () => {
    const pages = articles(entry({ kind: 'page', slug: 'about', updated: '2026-12-01' }));
    expect(urls({ pages }, 'ko')).toContain('/ko/about/');
    expect(urls({ pages }, 'en')).not.toContain('/en/about/');
  });

  test('links the languages of an article, with the original as x-default', () => {
    const [page] = listSitemapPages(contentWith({ articles: articles(entry(), translation()) }), 'en').slice(
      -1,
    );
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

  test('has the same links in both languages, as search engines require', () => {
    const both = contentWith({ articles: articles(entry(), translation()) });
    const alternates = ['ko', 'en'].map((locale) =>
      listSitemapPages(both, locale).map((page) => page.alternates),
    );
    expect(alternates[0]).toEqual(alternates[1]);
  });

  test('has no alternates for an article in one language', () => {
    const [page] = listSitemapPages(contentWith({ articles: articles(entry()) }), 'ko').slice(-1);
    expect(page?.alternates.map(({ hreflang }) => hreflang)).toEqual(['ko', 'x-default']);
  });

  test('has the root of the site as x-default of the home pages', () => {
    const [home] = listSitemapPages(contentWith({ site: site({ base: '/kb/' }) }), 'en');
    expect(home?.alternates.at(-1)).toEqual({ hreflang: 'x-default', href: 'https://narani.example/kb/' });
  });

  test('dates a list by its newest article', () => {
    const given = articles(
      entry({ topics: ['linux'], date: '2026-01-01' }),
      entry({ slug: 'b', date: '2026-02-01', updated: '2026-03-01' }),
    );
    const changed = listSitemapPages(contentWith({ articles: given }), 'ko').map(
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

  test('has no date for a list without articles', () => {
    const changed = new Set(listSitemapPages(contentWith(), 'ko').map(({ lastChanged }) => lastChanged));
    expect([...changed]).toEqual([undefined]);
  });

  test('has ASCII addresses below the site’s base', () => {
    const given = contentWith({
      site: site({ base: '/kb/' }),
      articles: articles(entry({ slug: '꼬리-지연' })),
    });
    expect(listSitemapPages(given, 'ko').at(-1)?.url).toBe(
      'https://narani.example/kb/ko/articles/%EA%BC%AC%EB%A6%AC-%EC%A7%80%EC%97%B0/',
    );
  });
});

test('a sitemap has the form that sitemaps.org and search engines require', () => {
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

test('the sitemap index lists each sitemap', () => {
  expect(sitemapIndexToXml(['https://narani.example/sitemap-ko.xml'])).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://narani.example/sitemap-ko.xml</loc></sitemap></sitemapindex>
    "
  `);
});
