import { expect, test } from 'vitest';
import { selectPages } from './indexed-pages.ts';

const article = '<h1>제목</h1><nav>차례</nav><div class="prose"><p>글</p></div>';

test('without marks in the pages, title and text of the articles are indexed', () => {
  const pages = new Map([
    ['ko/articles/a/index.html', article],
    ['ko/articles/index.html', '<h1>글</h1>'],
    ['ko/about/index.html', article],
  ]);
  expect([...selectPages(pages)]).toEqual([
    [
      'ko/articles/a/index.html',
      '<h1 data-pagefind-body>제목</h1><nav>차례</nav><div data-pagefind-body class="prose"><p>글</p></div>',
    ],
  ]);
});

test('pages with marks are indexed as they are, and no others', () => {
  const about = '<main data-pagefind-body>…</main>';
  const pages = new Map([
    ['ko/articles/a/index.html', article],
    ['ko/about/index.html', about],
  ]);
  expect([...selectPages(pages)]).toEqual([['ko/about/index.html', about]]);
});

test('a page with noindex is left out', () => {
  const hidden = `<meta name="robots" content="noindex">${article}`;
  expect([...selectPages(new Map([['en/articles/a/index.html', hidden]]))]).toEqual([]);
});
