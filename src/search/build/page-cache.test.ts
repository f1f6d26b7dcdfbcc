import { expect, test } from 'vitest';
import { createPageCache, pagesChangedBy, type PageName } from './page-cache.ts';

const first = { locale: 'ko', path: 'articles/first/' };
const second = { locale: 'en', path: 'articles/second/' };

/** Returns a cache of pages whose HTML counts how often they were fetched. */
function countingPages() {
  const requested: string[] = [];
  const pages = createPageCache((page) => {
    requested.push(page.path);
    return Promise.resolve(`${requested.length}`);
  });
  const htmlOf = async (names: readonly PageName[]): Promise<string[]> =>
    (await pages.get(names)).map(({ html }) => html);
  return { pages, requested, htmlOf };
}

test('a page is fetched once, until it may have changed', async () => {
  const { pages, htmlOf } = countingPages();
  expect(await htmlOf([first, second])).toEqual(['1', '2']);
  expect(await htmlOf([first, second])).toEqual(['1', '2']);
  pages.invalidate(({ path }) => path === first.path);
  expect(await htmlOf([first, second])).toEqual(['3', '2']);
});

test('a page that is not requested is not returned', async () => {
  const { htmlOf } = countingPages();
  await htmlOf([first, second]);
  expect(await htmlOf([second])).toEqual(['2']);
});

test('a page with an error is left out, and fetched again', async () => {
  let isBroken = true;
  const pages = createPageCache(() => Promise.resolve(isBroken ? undefined : 'fixed'));
  expect(await pages.get([first])).toEqual([]);
  isBroken = false;
  expect(await pages.get([first])).toEqual([{ ...first, html: 'fixed' }]);
});

test('a page fetched while the content changed is not cached', async () => {
  let answer: (html: string) => void = () => undefined;
  const pages = createPageCache(() => new Promise((resolve) => (answer = resolve)));
  const early = pages.get([first]);
  pages.invalidate(() => true);
  answer('old');
  expect(await early).toEqual([{ ...first, html: 'old' }]);
  const late = pages.get([first]);
  answer('new');
  expect(await late).toEqual([{ ...first, html: 'new' }]);
});

test.each([
  ['articles/first/ko.md', true, false],
  ['articles/first/그림.png', true, false],
  ['articles/첫 글/ko.md', false, false],
  ['pages/first/ko.md', false, false],
  ['site.yaml', true, true],
  ['glossary.yaml', true, true],
  ['articles', true, true],
])('a change of %s may change what pages show it', (file, changesFirst, changesSecond) => {
  const mayHaveChanged = pagesChangedBy(file);
  expect([mayHaveChanged(first), mayHaveChanged(second)]).toEqual([changesFirst, changesSecond]);
});

test('한글 주소도 그 글의 페이지로 인식한다', () => {
  const page = { locale: 'ko', path: `articles/${encodeURIComponent('첫 글')}/` };
  expect(pagesChangedBy('articles/첫 글/ko.md')(page)).toBe(true);
});
