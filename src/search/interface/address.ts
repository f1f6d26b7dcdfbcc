/** What is asked, as it stands in the address of the search page. */
export interface Asked {
  /** As typed. */
  query: string;
  /** Id of the topic to which hits are held. */
  topic: string | undefined;
  /** Whether nothing but what was typed is to be searched for. */
  isLiteral: boolean;
}

/** Where search finds the rest of its site, each from the root of the host. */
export interface Places {
  /** The search page of the reader's language. */
  search: string;
  articles: string;
  topics: string;
  /** Folder of the index. */
  index: string;
}

/**
 * Where things are, as seen from a search page.
 *
 * @example
 * placesAround('https://narani.example/kb/ko/search/').index // '/kb/search/'
 */
export function placesAround(searchPage: string): Places {
  const at = (way: string): string => new URL(way, searchPage).pathname;
  return {
    search: at('.'),
    articles: at('../articles/'),
    topics: at('../topics/'),
    index: at('../../search/'),
  };
}

/** What the part of an address after its `?` asks. Bytes that are no UTF-8 come out as �. */
export function readAsked(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const topic = parameters.get('topic') ?? '';
  return {
    query: parameters.get('q') ?? '',
    topic: topic === '' ? undefined : topic,
    isLiteral: parameters.get('literal') === '1',
  };
}

/** What hosts take as an address, in bytes; some refuse more than 8,000 with all else that is sent. */
const longestAddress = 4000;

/**
 * The address of the search page that asks something: the inverse of {@link readAsked}. A query that no host would take in
 * an address is left out.
 */
export function askedToHref({ query, topic, isLiteral }: Asked, searchPage: string): string {
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...(topic === undefined ? {} : { topic }),
    ...(isLiteral ? { literal: '1' } : {}),
  });
  const address = `${searchPage}?${parameters}`;
  return parameters.size === 0 || address.length > longestAddress ? searchPage : address;
}

/** Whether two ask the same. */
export function asksSame(one: Asked, other: Asked): boolean {
  return one.query === other.query && one.topic === other.topic && one.isLiteral === other.isLiteral;
}

/** Whether there is nothing in it to be searched for. */
export function asksNothing({ query }: Asked): boolean {
  return query.trim() === '';
}
