import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedToHref, asksNothing, placesAround, readAsked, type Asked } from './address.ts';

const page = '/kb/ko/search/';
const asked = (query: string, said: Partial<Asked> = {}): Asked => ({
  query,
  topic: undefined,
  isLiteral: false,
  ...said,
});

describe('The address of the search page', () => {
  test.each<[string, Asked]>([
    ['', asked('')],
    ['?q=%EB%8D%B4%EB%A7%88%ED%81%AC', asked('덴마크')],
    ['?q=top&topic=linux&literal=1', asked('top', { topic: 'linux', isLiteral: true })],
  ])('%s is read, and written the same', (search, question) => {
    expect(readAsked(search)).toEqual(question);
    expect(askedToHref(question, page)).toBe(page + search);
  });

  test('gives back whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const search = askedToHref(asked(query), page).slice(page.length);
        expect(readAsked(search)).toEqual(asked(query));
      }),
    );
  });

  test('leaves out a query that no host would take', () => {
    expect(askedToHref(asked('가'.repeat(10_000)), page)).toBe(page);
  });

  test('that is not valid UTF-8 is read all the same', () => {
    expect(readAsked('?q=%FF%ED').query).toBe('\ufffd\ufffd');
    expect(readAsked('?q=%').query).toBe('%');
  });

  test('that names nothing asks nothing', () => {
    expect(readAsked('?topic=&literal=0')).toEqual(asked(''));
    expect([asked(''), asked(' \t'), asked('.')].map(asksNothing)).toEqual([true, true, false]);
  });

  test('tells where everything else is', () => {
    expect(placesAround('https://narani.example/kb/ko/search/?q=top')).toEqual({
      search: '/kb/ko/search/',
      articles: '/kb/ko/articles/',
      topics: '/kb/ko/topics/',
      index: '/kb/search/',
    });
  });
});
