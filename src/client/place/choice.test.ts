import { describe, expect, test } from 'vitest';
import { comesFromElsewhere } from './choice.ts';

const article = new URL('https://narani.example/kb/ko/articles/ps-vs-top/#root-cause');

describe('A reader comes to an article from elsewhere in the site', () => {
  test.each([
    ['from the list of articles', 'https://narani.example/kb/ko/articles/'],
    ['from another article', 'https://narani.example/kb/ko/articles/danish-childcare/'],
    ['from search', 'https://narani.example/kb/ko/search/?q=top'],
    [
      'from both languages of another article',
      'https://narani.example/kb/ko/articles/danish-childcare/side-by-side/en/',
    ],
    ['from the doors at the root', 'https://narani.example/kb/'],
  ])('%s', (_, referrer) => {
    expect(comesFromElsewhere(referrer, article)).toBe(true);
  });
});

describe('A reader does not come from elsewhere in the site', () => {
  test.each([
    ['from an address typed, kept or sent', ''],
    ['from a search engine', 'https://search.example/?q=narani'],
    ['from another site on the same host', 'https://narani.example/other/'],
    ['from a host whose name begins the same', 'https://narani.example.org/kb/ko/'],
    ['from both its languages', 'https://narani.example/kb/ko/articles/ps-vs-top/side-by-side/en/'],
    ['from its other language', 'https://narani.example/kb/en/articles/ps-vs-top/'],
    ['from both, the other first', 'https://narani.example/kb/en/articles/ps-vs-top/side-by-side/ko/'],
    ['from something that is no address', 'about:'],
  ])('%s', (_, referrer) => {
    expect(comesFromElsewhere(referrer, article)).toBe(false);
  });

  test('to a page that is no article', () => {
    const list = new URL('https://narani.example/kb/ko/articles/');
    expect(comesFromElsewhere('https://narani.example/kb/ko/', list)).toBe(false);
  });
});
