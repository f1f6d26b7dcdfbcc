import type { Locale } from '../../../locale/index.ts';
import {
  contractVersion,
  decodeLexicon,
  manifestName,
  textName,
  type DeeperHeadings,
  type LexiconTerm,
  type Manifest,
  type Outline,
  type StoredText,
  type Subjects,
} from '../../contract/index.ts';
import { SearchError } from '../answer.ts';

/** Reads an index. Each part is loaded on demand and cached. */
export interface IndexReader {
  manifest: () => Promise<Manifest>;
  subjects: () => Promise<Subjects>;
  outline: (locale: Locale) => Promise<Outline>;
  deeper: (locale: Locale) => Promise<DeeperHeadings>;
  /** A piece of the lexicon, by its index in the manifest. */
  lexicon: (piece: number) => Promise<readonly LexiconTerm[]>;
  /** A piece of the tails of all terms, by its index in the manifest. */
  tails: (piece: number) => Promise<readonly LexiconTerm[]>;
  text: (id: string) => Promise<StoredText>;
  /** Returns the postings of a term, which must be in the lexicon. */
  places: (term: string) => Promise<readonly TextPlaces[]>;
}

/** The occurrences of a term in one text. */
export interface TextPlaces {
  /** Pagefind's id of the text. */
  id: string;
  /** Word numbers, ascending. */
  places: readonly number[];
}

/** Looks up the postings of a term. */
export type FindPlaces = (term: string) => Promise<readonly TextPlaces[]>;

/** The storage of an index: HTTP in a browser, memory in tests. */
export interface IndexSource {
  /** Reads a file of the index. `cache` is the mode in which the HTTP cache is used. */
  read: (name: string, cache?: RequestCache) => Promise<Uint8Array>;
  /** Opens Pagefind in its folder within the index. */
  openPostings: (folder: string, build: string) => Promise<FindPlaces>;
}

/**
 * Creates a reader. A file that is missing or damaged rejects with a {@link SearchError}, and is read again on the next call.
 *
 * @param cache how the HTTP cache is used for all files but the manifest, which is always revalidated
 */
export function createIndexReader(source: IndexSource, cache: RequestCache = 'default'): IndexReader {
  const cached = new Map<string, Promise<unknown>>();
  const once = <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
    const before = cached.get(key) as Promise<Value> | undefined;
    if (before !== undefined) return before;
    const loading = load().catch((error: unknown) => {
      cached.delete(key);
      throw error instanceof SearchError ? error : new SearchError('unreachable', error);
    });
    cached.set(key, loading);
    return loading;
  };
  const text = async (name: string, mode = cache): Promise<string> =>
    new TextDecoder().decode(await source.read(name, mode));
  const json = async <Content>(name: string): Promise<Content> => JSON.parse(await text(name)) as Content;

  const manifest = (): Promise<Manifest> =>
    once(manifestName, async () => {
      const mode = cache === 'default' ? 'no-cache' : cache;
      const found = JSON.parse(await text(manifestName, mode)) as Manifest;
      if (found.version !== contractVersion) throw new SearchError('outdated');
      return found;
    });
  // The index has no texts in a language that it doesn't list.
  const perLocale = async <Content>(names: Readonly<Record<Locale, string>>, locale: Locale) => {
    const name = Object.hasOwn(names, locale) ? names[locale] : undefined;
    return name === undefined ? { texts: [] as readonly [] } : json<Content>(name);
  };
  const terms = (part: 'lexicon' | 'tails', piece: number): Promise<readonly LexiconTerm[]> =>
    once(`${part} ${piece}`, async () =>
      decodeLexicon(await text((await manifest())[part][piece]?.[1] ?? '')),
    );
  const postings = (): Promise<FindPlaces> =>
    once('postings', async () => {
      const { pagefind, build } = await manifest();
      return source.openPostings(pagefind, build);
    });
  return {
    manifest,
    subjects: () => once('subjects', async () => json<Subjects>((await manifest()).subjects)),
    outline: (locale) =>
      once(`outline ${locale}`, async () => perLocale<Outline>((await manifest()).outlines, locale)),
    deeper: (locale) =>
      once(`deeper ${locale}`, async () => perLocale<DeeperHeadings>((await manifest()).deeper, locale)),
    lexicon: (piece) => terms('lexicon', piece),
    tails: (piece) => terms('tails', piece),
    text: (id) =>
      once(
        `text ${id}`,
        async () => JSON.parse(await unpack(await source.read(textName(id), cache))) as StoredText,
      ),
    places: (term) =>
      once(`places ${term}`, async () => {
        const places = await (await postings())(term);
        // Every term of the lexicon occurs in a text. Pagefind finds nothing if one of its files is missing or damaged.
        if (places.length === 0) throw new SearchError('unreachable');
        return places;
      }),
  };
}

/** Decompresses a file. Some hosts declare the gzip encoding, and then the browser has already decompressed it. */
async function unpack(bytes: Uint8Array): Promise<string> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return new TextDecoder().decode(bytes);
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
