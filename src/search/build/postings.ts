import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { toPagefindTerm } from '../contract/index.ts';

/** A text as Pagefind is to know it. */
export interface IndexedText {
  /** Stands for the text and all its words: Pagefind names it by this and what it holds. */
  key: string;
  /** The terms of each word, in the order of the words; a word may have none. */
  words: readonly (readonly string[])[];
}

/** What Pagefind makes of texts. */
export interface Postings {
  /** Files that its browser side asks for, by path. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The name it gives each text, by the text's key. */
  ids: ReadonlyMap<string, string>;
}

/**
 * Postings that Pagefind holds at most in a file. By default it puts 20,000 in one, some 45 KB; a term's list is a
 * fraction of that, and the rest travels for nothing.
 */
const chunkSize = 2500;

/**
 * The texts as an index of Pagefind, of which only what our browser side needs is kept: neither its interfaces nor its
 * copies of the texts. One index holds all languages, so that one score goes for all of them.
 */
export async function buildPostings(texts: readonly IndexedText[]): Promise<Postings> {
  // Pagefind runs as one program for all who ask, and closing it ends what others have begun.
  const made = running.then(async () => runPagefind(texts));
  running = made.catch(() => undefined);
  return made;
}

/** The last that was asked of Pagefind. */
let running: Promise<unknown> = Promise.resolve();

async function runPagefind(texts: readonly IndexedText[]): Promise<Postings> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(chunkSize);
  try {
    const { index, errors } = await createIndex({});
    if (index === undefined) throw new Error(`Pagefind gave no index: ${errors.join('; ')}`);
    const toWord = createWordWriter();
    for (const { key, words } of texts) {
      const added = await index.addCustomRecord({ url: key, content: words.map(toWord).join(' '), language });
      if (added.errors.length > 0) throw new Error(`Pagefind refused ${key}: ${added.errors.join('; ')}`);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw new Error(`Pagefind made no files: ${written.errors.join('; ')}`);
    return {
      files: new Map(
        written.files.filter(({ path }) => isAskedFor(path)).map((file) => [file.path, file.content]),
      ),
      ids: new Map(written.files.filter(({ path }) => path.startsWith('fragment/')).map(toId)),
    };
  } finally {
    await close();
  }
}

/** A language without a stemmer of Pagefind's: our terms are stems already. */
const language = 'ko';

/**
 * Writes a word so that Pagefind finds it by each of its terms at one place: punctuation within a word parts it there.
 * What Pagefind makes of all of them together begins with the first and its end, and so finds nothing that the first does
 * not. Words that are in many places are written once.
 */
function createWordWriter(): (terms: readonly string[]) => string {
  const written = new Map<readonly string[], string>();
  return (terms) => {
    const word = written.get(terms) ?? (terms.length === 0 ? '-' : terms.map(toPagefindTerm).join('^'));
    written.set(terms, word);
    return word;
  };
}

function isAskedFor(path: string): boolean {
  return /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\.[^/]*\.pf_meta|index\/.*)$/.test(
    path,
  );
}

/** A fragment begins, unpacked, with Pagefind's mark; behind it stands JSON. */
function toId({ path, content }: { path: string; content: Uint8Array }): [key: string, id: string] {
  const text = gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length);
  const { url } = JSON.parse(text) as { url: string };
  return [url, path.slice('fragment/'.length, -'.pf_fragment'.length)];
}
