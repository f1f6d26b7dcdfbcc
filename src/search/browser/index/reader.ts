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
import type { FindPlaces, TextPlaces } from './postings.ts';

/** What an index holds, each thing loaded when it is first asked for and then kept. */
export interface IndexReader {
  manifest: () => Promise<Manifest>;
  subjects: () => Promise<Subjects>;
  outline: (locale: Locale) => Promise<Outline>;
  deeper: (locale: Locale) => Promise<DeeperHeadings>;
  /** A piece of the lexicon, by its number in the manifest. */
  lexicon: (piece: number) => Promise<readonly LexiconTerm[]>;
  text: (id: string) => Promise<StoredText>;
  /** Where a term stands, which must be one of the lexicon's. */
  places: (term: string) => Promise<readonly TextPlaces[]>;
}

/** What a reader is bound to: where files come from. */
export interface IndexSource {
  /** The content of a file of the index; `isFresh` where none kept from earlier may be taken. */
  read: (name: string, isFresh?: boolean) => Promise<Uint8Array>;
  /** Pagefind, opened at its folder within the index. */
  openPostings: (folder: string, build: string) => Promise<FindPlaces>;
}

/** A reader of an index. What can't be read rejects with a {@link SearchError}, and is tried anew when asked again. */
export function createIndexReader(source: IndexSource): IndexReader {
  const kept = new Map<string, Promise<unknown>>();
  const keep = <Kept>(key: string, load: () => Promise<Kept>): Promise<Kept> => {
    const before = kept.get(key) as Promise<Kept> | undefined;
    if (before !== undefined) return before;
    const loading = load().catch((error: unknown) => {
      kept.delete(key);
      throw error instanceof SearchError ? error : new SearchError('unreachable', error);
    });
    kept.set(key, loading);
    return loading;
  };
  const text = async (name: string, isFresh?: boolean): Promise<string> =>
    new TextDecoder().decode(await source.read(name, isFresh));
  const json = async <Content>(name: string): Promise<Content> => JSON.parse(await text(name)) as Content;

  const manifest = (): Promise<Manifest> =>
    keep(manifestName, async () => {
      const found = JSON.parse(await text(manifestName, true)) as Manifest;
      if (found.version !== contractVersion) throw new SearchError('outdated');
      return found;
    });
  // A language that the index doesn't have has no texts in it.
  const perLocale = async <Content>(names: Readonly<Record<Locale, string>>, locale: Locale) => {
    const name = Object.hasOwn(names, locale) ? names[locale] : undefined;
    return name === undefined ? { texts: [] as readonly [] } : json<Content>(name);
  };
  const postings = (): Promise<FindPlaces> =>
    keep('postings', async () => {
      const { pagefind, build } = await manifest();
      return source.openPostings(pagefind, build);
    });
  return {
    manifest,
    subjects: () => keep('subjects', async () => json<Subjects>((await manifest()).subjects)),
    outline: (locale) =>
      keep(`outline ${locale}`, async () => perLocale<Outline>((await manifest()).outlines, locale)),
    deeper: (locale) =>
      keep(`deeper ${locale}`, async () => perLocale<DeeperHeadings>((await manifest()).deeper, locale)),
    lexicon: (piece) =>
      keep(`lexicon ${piece}`, async () =>
        decodeLexicon(await text((await manifest()).lexicon[piece]?.[1] ?? '')),
      ),
    text: (id) =>
      keep(`text ${id}`, async () => JSON.parse(await unpack(await source.read(textName(id)))) as StoredText),
    places: (term) => keep(`places ${term}`, async () => (await postings())(term)),
  };
}

/** A compressed file as text; some hosts say that they compressed it, and then the browser has unpacked it already. */
async function unpack(bytes: Uint8Array): Promise<string> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return new TextDecoder().decode(bytes);
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
