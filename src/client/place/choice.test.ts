import { describe, expect, test } from 'vitest';
import { isFromOtherPage } from './choice.ts';

const article = new URL('https://narani.example/kb/ko/articles/ps-vs-top/#root-cause');

describe('A reader comes from another page of the site', () => {
  test.each([
    ['from the list of articles', 'https://narani.example/kb/ko/articles/'],
    ['from another article', 'https://narani.example/kb/ko/articles/danish-childcare/'],
    ['from search', 'https://narani.example/kb/ko/search/?q=top'],
    [
      'from the page with both languages of another article',
      'https://narani.example/kb/ko/articles/danish-childcare/side-by-side/en/',
    ],
    ['from the root of the site', 'https://narani.example/kb/'],
  ])('%s', (_, referrer) => {
    expect(isFromOtherPage(referrer, article)).toBe(true);
  });
});

describe('A reader does not come from another page of the site', () => {
  test.each([
    ['from a typed, bookmarked or shared address', ''],
    ['from a search engine', 'https://search.example/?q=narani'],
    ['from another site on the same host', 'https://narani.example/other/'],
    ['from a host whose name has the same beginning', 'https://narani.example.org/kb/ko/'],
    [
      'from the page with both languages of the article',
      'https://narani.example/kb/ko/articles/ps-vs-top/side-by-side/en/',
    ],
    ['from the other language of the article', 'https://narani.example/kb/en/articles/ps-vs-top/'],
    [
      'from the page with both languages, the other one first',
      'https://narani.example/kb/en/articles/ps-vs-top/side-by-side/ko/',
    ],
    ['from an invalid address', 'about:'],
  ])('%s', (_, referrer) => {
    expect(isFromOtherPage(referrer, article)).toBe(false);
  });

  test('to a page that is not an article', () => {
    const list = new URL('https://narani.example/kb/ko/articles/');
    expect(isFromOtherPage('https://narani.example/kb/ko/', list)).toBe(false);
  });
});
