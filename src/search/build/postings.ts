import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { toPagefindTerm } from '../contract/index.ts';

/** A text as input for Pagefind. */
export interface IndexedText {
  /** Unique key of the text and its words. Pagefind derives the text's id from it and from the content. */
  key: string;
  /** The terms of each word, in order. A word may have none. */
  words: readonly (readonly string[])[];
}

/** Output of Pagefind. */
interface Postings {
  /** Files that the browser needs, by path. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Pagefind's id of each text, by the text's key. */
  ids: ReadonlyMap<string, string>;
}

/**
 * Maximum number of postings in one file. Pagefind's default of 20,000 makes files of some 45 KB, and a query
 * needs only a fraction of each.
 */
const chunkSize = 2500;

/**
 * Builds an inverted index of texts with Pagefind. Returns the files that the browser needs, without Pagefind's interface and its
 * copies of the texts. One index holds all languages, so scores are comparable.
 */
export async function buildPostings(texts: readonly IndexedText[]): Promise<Postings> {
  // All callers share one Pagefind process, and `close` would abort the work of others: run one after the other.
  const job = lastJob.then(async () => runPagefind(texts));
  lastJob = job.catch(() => undefined);
  return job;
}

/** The last job in the queue. */
let lastJob: Promise<unknown> = Promise.resolve();

async function runPagefind(texts: readonly IndexedText[]): Promise<Postings> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(chunkSize);
  try {
    const { index, errors } = await createIndex({});
    if (index === undefined) throw new Error(`Pagefind can’t create an index: ${errors.join('; ')}`);
    const toWord = createWordWriter();
    const add = async ({ key, words }: IndexedText): Promise<void> => {
      const added = await index.addCustomRecord({ url: key, content: words.map(toWord).join(' '), language });
      if (added.errors.length > 0) throw new Error(`Pagefind can’t index ${key}: ${added.errors.join('; ')}`);
    };
    // Pagefind's process reads messages in order. Writing several at once keeps it busy; writing all would need memory for all.
    for (let at = 0; at < texts.length; at += batchSize)
      await Promise.all(texts.slice(at, at + batchSize).map(add));
    const output = await index.getFiles();
    if (output.errors.length > 0) throw new Error(`Pagefind wrote no files: ${output.errors.join('; ')}`);
    return {
      files: new Map(
        output.files.filter(({ path }) => isNeeded(path)).map((file) => [file.path, file.content]),
      ),
      ids: new Map(output.files.filter(({ path }) => path.startsWith('fragment/')).map(toId)),
    };
  } finally {
    await close();
  }
}

/** Number of texts that wait for Pagefind at a time. */
const batchSize = 16;

/** A language for which Pagefind has no stemmer: our terms are stems already. */
const language = 'ko';

/**
 * Returns a memoized function that writes a word for Pagefind so that each of its terms is found at the word's
 * position: Pagefind splits a word at punctuation. It also indexes the unsplit word, which starts with the first term
 * and its end mark and so adds no other match.
 */
function createWordWriter(): (terms: readonly string[]) => string {
  const written = new Map<readonly string[], string>();
  return (terms) => {
    const word = written.get(terms) ?? (terms.length === 0 ? '-' : terms.map(toPagefindTerm).join('^'));
    written.set(terms, word);
    return word;
  };
}

function isNeeded(path: string): boolean {
  return /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\.[^/]*\.pf_meta|index\/.*)$/.test(
    path,
  );
}

/** Reads a text's key and id from a fragment: gzip, a fixed prefix, then JSON. */
function toId({ path, content }: { path: string; content: Uint8Array }): [key: string, id: string] {
  const text = gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length);
  const { url } = JSON.parse(text) as { url: string };
  return [url, path.slice('fragment/'.length, -'.pf_fragment'.length)];
}
