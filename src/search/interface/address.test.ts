import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitsAddress,
  requestToHref,
  isBlank,
  resolveSiteUrls,
  parseRequest,
  type SearchRequest,
} from './address.ts';

const page = '/kb/ko/search/';
const request = (query: string, overrides: Partial<SearchRequest> = {}): SearchRequest => ({
  query,
  topic: undefined,
  isLiteral: false,
  ...overrides,
});

describe('The address of the search page', () => {
  test.each<[string, SearchRequest]>([
    ['', request('')],
    ['?q=%EB%8D%B4%EB%A7%88%ED%81%AC', request('덴마크')],
    ['?q=top&topic=linux&literal=1', request('top', { topic: 'linux', isLiteral: true })],
  ])('%s is parsed and written', (search, question) => {
    expect(parseRequest(search)).toEqual(question);
    expect(requestToHref(question, page)).toBe(page + search);
  });

  test('round-trips any query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const search = requestToHref(request(query), page).slice(page.length);
        expect(parseRequest(search)).toEqual(request(query));
      }),
    );
  });

  test('leaves out a query that is too long for a host', () => {
    const [short, long] = [request('가'.repeat(400)), request('가'.repeat(10_000))];
    expect([fitsAddress(short, page), fitsAddress(long, page)]).toEqual([true, false]);
    expect(requestToHref(long, page)).toBe(page);
  });

  test('that is not valid UTF-8 is parsed', () => {
    expect(parseRequest('?q=%FF%ED').query).toBe('\ufffd\ufffd');
    expect(parseRequest('?q=%').query).toBe('%');
  });

  test('without a query is blank', () => {
    expect(parseRequest('?topic=&literal=0')).toEqual(request(''));
    expect([request(''), request(' \t'), request('.')].map(isBlank)).toEqual([true, true, false]);
  });

  test('resolves the urls of the site', () => {
    expect(resolveSiteUrls('https://narani.example/kb/ko/search/?q=top')).toEqual({
      search: '/kb/ko/search/',
      articles: '/kb/ko/articles/',
      topics: '/kb/ko/topics/',
      index: '/kb/search/',
    });
  });
});
