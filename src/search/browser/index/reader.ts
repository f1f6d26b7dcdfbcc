import type { Locale } from '../../../locale/index.ts';
import {
  contractVersion,
  decodeLexicon,
  decodeOutline,
  decodeSubjects,
  manifestName,
  pieceName,
  textName,
  type Card,
  type LexiconTerm,
  type Manifest,
  type OutlineLine,
  type OutlinePiece,
  type StoredText,
  type Subjects,
  type TextPart,
} from '../../contract/index.ts';
import { SearchError } from '../answer.ts';
import { inLocale } from './pieces.ts';

/** Reads an index. Each part is loaded on demand and cached. */
export interface IndexReader {
  manifest: () => Promise<Manifest>;
  subjects: () => Promise<Subjects>;
  /** A piece of the titles and upper headings in a language, or of the deeper headings. */
  lines: (depth: 'outlines' | 'deeper', locale: Locale, piece: number) => Promise<readonly OutlineLine[]>;
  /** A piece of the cards of the texts in a language. */
  cards: (locale: Locale, piece: number) => Promise<readonly Card[]>;
  /** Returns whether a piece of lines or cards has been loaded. */
  isLoaded: (part: 'outlines' | 'deeper' | 'cards', locale: Locale, piece: number) => boolean;
  /** A piece of a list of terms, by its index in the manifest. */
  terms: (part: TermPart, piece: number) => Promise<readonly LexiconTerm[]>;
  /**
   * Returns readers for what is read at the same time. If the number of pieces of terms is limited, each has a share of those that are left.
   *
   * @param weights the ratios of the shares
   */
  share: (weights: readonly number[]) => readonly IndexReader[];
  /** A stored text, by the hash in its card. */
  text: (hash: string) => Promise<StoredText>;
  /** A part of a stored text. */
  textPart: (hash: string, part: number) => Promise<TextPart>;
  /** Opens Pagefind, so that it is ready for the first lookup. */
  open: () => Promise<unknown>;
  /** Returns the postings of a term, which must be in the lexicon. */
  places: (term: string) => Promise<readonly TextPlaces[]>;
}

/** The lists of terms: all of them, their tails, by their sound, and the pairs of words in two languages. */
export type TermPart = 'lexicon' | 'tails' | 'sounds' | 'pairs';

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
  /**
   * Opens Pagefind in its folder within the index.
   *
   * @param files names of the files in it that opening loads
   */
  openPostings: (folder: string, build: string, files: readonly string[]) => Promise<FindPlaces>;
}

/**
 * Creates a reader. A file that is missing or damaged rejects with a {@link SearchError}, and is read again on the next call.
 *
 * @param cache how the HTTP cache is used for all files but the manifest, which is always revalidated
 */
export function createIndexReader(source: IndexSource, cache: RequestCache = 'default'): IndexReader {
  const cached = new Map<string, Promise<unknown>>();
  const loaded = new Set<string>();
  const once = <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
    const before = cached.get(key) as Promise<Value> | undefined;
    if (before !== undefined) return before;
    const loading = load().then(
      (value) => {
        loaded.add(key);
        return value;
      },
      (error: unknown) => {
        cached.delete(key);
        throw error instanceof SearchError ? error : new SearchError('unreachable', error);
      },
    );
    cached.set(key, loading);
    return loading;
  };
  const text = async (name: string, mode = cache): Promise<string> =>
    new TextDecoder().decode(await source.read(name, mode));
  const unpackJson = async <Content>(name: string): Promise<Content> =>
    JSON.parse(await unpack(await source.read(name, cache))) as Content;
  const json = async <Content>(name: string): Promise<Content> => JSON.parse(await text(name)) as Content;

  const manifest = (): Promise<Manifest> =>
    once(manifestName, async () => {
      const mode = cache === 'default' ? 'no-cache' : cache;
      const found = JSON.parse(await text(manifestName, mode)) as Manifest;
      if (found.version !== contractVersion) throw new SearchError('outdated');
      return found;
    });
  const postings = (): Promise<FindPlaces> =>
    once('postings', async () => {
      const { pagefind, build, opening } = await manifest();
      return source.openPostings(pagefind, build, opening);
    });
  const reader: IndexReader = {
    manifest,
    subjects: () => once('subjects', async () => decodeSubjects(await text((await manifest()).subjects))),
    lines: (depth, locale, piece) =>
      once(`${depth} ${locale} ${piece}`, async () => {
        const { [depth]: names } = await manifest();
        return decodeOutline(await json<OutlinePiece>(pieceName(requireIn(names, locale), piece, 'json')));
      }),
    cards: (locale, piece) =>
      once(`cards ${locale} ${piece}`, async () => {
        const { cards } = await manifest();
        return json<readonly Card[]>(pieceName(requireIn(cards, locale), piece, 'json'));
      }),
    isLoaded: (part, locale, piece) => loaded.has(`${part} ${locale} ${piece}`),
    open: postings,
    terms: (part, piece) =>
      once(`${part} ${piece}`, async () =>
        decodeLexicon(await text(pieceName((await manifest())[part], piece, 'txt'))),
      ),
    text: (hash) => once(`text ${hash}`, async () => unpackJson<StoredText>(textName(hash))),
    textPart: (hash, part) =>
      once(`text ${hash} ${part}`, async () => unpackJson<TextPart>(textName(hash, part))),
    places: (term) =>
      once(`places ${term}`, async () => {
        const places = await (await postings())(term);
        // Every term of the lexicon occurs in a text. Pagefind finds nothing if one of its files is missing or damaged.
        if (places.length === 0) throw new SearchError('unreachable');
        return places;
      }),
    share: (weights) => weights.map(() => reader),
  };
  return reader;
}

function requireIn<Names>(names: Readonly<Record<Locale, Names>>, locale: Locale): Names {
  const own = inLocale(names, locale);
  if (own === undefined) throw new SearchError('outdated');
  return own;
}

/** Decompresses a file. Some hosts declare the gzip encoding, and then the browser has already decompressed it. */
async function unpack(bytes: Uint8Array): Promise<string> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return new TextDecoder().decode(bytes);
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
