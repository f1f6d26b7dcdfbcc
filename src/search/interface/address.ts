/** A search request, as encoded in the address of the search page. */
export interface SearchRequest {
  /** As typed. */
  query: string;
  /** Id of the topic to which hits are limited. */
  topic: string | undefined;
  /** Whether to search for exactly what was typed. */
  isLiteral: boolean;
}

/** Addresses of the site that search links to, each from the root of the host. */
export interface SiteUrls {
  /** The search page in the reader's language. */
  search: string;
  articles: string;
  topics: string;
  /** Folder of the index. */
  index: string;
}

/**
 * Resolves the addresses of a site relative to a search page.
 *
 * @example
 * resolveSiteUrls('https://narani.example/kb/ko/search/').index // '/kb/search/'
 */
export function resolveSiteUrls(searchPage: string): SiteUrls {
  const at = (relative: string): string => new URL(relative, searchPage).pathname;
  return {
    search: at('.'),
    articles: at('../articles/'),
    topics: at('../topics/'),
    index: at('../../search/'),
  };
}

/** Parses the query string of an address. Bytes that aren't valid UTF-8 become �. */
export function parseRequest(search: string): SearchRequest {
  const parameters = new URLSearchParams(search);
  const topic = parameters.get('topic') ?? '';
  return {
    query: parameters.get('q') ?? '',
    topic: topic === '' ? undefined : topic,
    isLiteral: parameters.get('literal') === '1',
  };
}

/** Maximum length of an address in bytes. Some hosts reject requests of more than 8,000 bytes including headers. */
const maxAddressLength = 4000;

/**
 * Returns the address of the search page for a request: the inverse of {@link parseRequest}. A query that is too long
 * for an address is left out: see {@link fitsAddress}.
 */
export function requestToHref(request: SearchRequest, searchPage: string): string {
  const address = toAddress(request, searchPage);
  return address.length > maxAddressLength ? searchPage : address;
}

/** Returns whether the address of the search page can contain a request. */
export function fitsAddress(request: SearchRequest, searchPage: string): boolean {
  return toAddress(request, searchPage).length <= maxAddressLength;
}

function toAddress({ query, topic, isLiteral }: SearchRequest, searchPage: string): string {
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...(topic === undefined ? {} : { topic }),
    ...(isLiteral ? { literal: '1' } : {}),
  });
  return parameters.size === 0 ? searchPage : `${searchPage}?${parameters}`;
}

/** Returns whether two requests are equal. */
export function isSameRequest(one: SearchRequest, other: SearchRequest): boolean {
  return one.query === other.query && one.topic === other.topic && one.isLiteral === other.isLiteral;
}

/** Returns whether the query is empty or only white space. */
export function isBlank({ query }: SearchRequest): boolean {
  return query.trim() === '';
}
