import { expect, test } from 'vitest';
import { isIndexed, listFixedPages, listReservedNames, pageToPath, pathToPage, type Page } from './page.ts';

test.each<[Page, string]>([
  [{ type: 'home' }, ''],
  [{ type: 'articles' }, 'articles/'],
  [{ type: 'article', slug: 'ps-vs-top' }, 'articles/ps-vs-top/'],
  [{ type: 'side-by-side', slug: 'ps-vs-top', other: 'en' }, 'articles/ps-vs-top/side-by-side/en/'],
  [{ type: 'topics' }, 'topics/'],
  [{ type: 'topic', topic: 'linux' }, 'topics/linux/'],
  [{ type: 'search' }, 'search/'],
  [{ type: 'single', slug: 'about' }, 'about/'],
])('the page %j is at %s below its locale', (page, path) => {
  expect(pageToPath(page)).toBe(path);
  expect(pathToPage(path)).toEqual(page);
});

test.each([
  '/',
  'articles//',
  'translations/',
  'about',
  'articles',
  'articles/a/b/',
  'about/a/',
  'search/a/',
  'glossary/',
  'feed.xml',
  'articles/a.md',
])('no page is at %s below a locale', (path) => {
  expect(pathToPage(path)).toBeUndefined();
});

test.each<Page>([
  { type: 'article', slug: '꼬리-지연' },
  { type: 'topic', topic: '꼬리-지연' },
  { type: 'single', slug: '꼬리-지연' },
])('주소에 든 한글은 퍼센트로 적고, 풀면 같은 페이지다: %j', (page) => {
  expect(pathToPage(decodeURIComponent(pageToPath(page)))).toEqual(page);
  expect(pageToPath(page)).toMatch(/^[\x21-\x7e]*%EA%BC%AC%EB%A6%AC-%EC%A7%80%EC%97%B0\/$/);
});

test('fixed pages are those without parameters', () => {
  const types = listFixedPages().map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['home', 'articles', 'topics', 'search']));
  expect(types).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:article|topic|single)$/)]));
});

test('search engines index every page except those that repeat another or are empty without a query', () => {
  expect(isIndexed({ type: 'single', slug: 'about' })).toBe(true);
  expect(isIndexed({ type: 'search' })).toBe(false);
  expect(isIndexed({ type: 'side-by-side', slug: 'a', other: 'en' })).toBe(false);
});

test('a single page cannot have a name that another page uses or is planned to use', () => {
  const names = listReservedNames();
  expect(names).toEqual(
    expect.arrayContaining(['404', 'articles', 'glossary', 'search', 'topics', 'translations']),
  );
  expect(names).not.toContain('');
  for (const name of names) expect(pathToPage(`${name}/`)?.type).not.toBe('single');
});
