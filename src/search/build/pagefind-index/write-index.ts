import { digest } from '../digest.ts';
import { compressedFile, plainFile, type IndexFile } from '../index-file.ts';
import type { Postings } from '../postings.ts';
import { createCborWriter, type CborWriter } from './cbor.ts';
import { sortWords, splitIntoChunks, toBorder, writeChunk } from './chunks.ts';
import { pagefindVersion } from './program.ts';

/**
 * Returns the files of an index that Pagefind’s program reads, by path within its folder. They have the format of Pagefind 1.5.2
 * (`pagefind/src/index` and `pagefind_web/src` in its repository), with less in them, which changes no answer:
 *
 * - Pagefind also indexes a word of several terms as a whole, which no query asks for.
 * - Weights of occurrences and lengths of texts are for Pagefind’s scores, which Narani doesn’t use.
 * - Metadata and spellings with accents are for Pagefind’s interfaces. Its program reads records without them.
 *
 * The id of a text is its number, which compresses well: browsers load all ids with the first query.
 *
 * @param texts the number of texts
 * @param coarseness a factor for the size of the files of postings
 */
export function writeIndex(texts: number, postings: Postings, coarseness = 1): IndexFile[] {
  const writer = createCborWriter();
  const words = sortWords(postings.terms);
  const chunks = splitIntoChunks(words, postings, coarseness).map((chunk) => {
    writeChunk(chunk, postings, writer);
    const bytes = writer.take();
    return { first: chunk[0]?.written ?? '', last: chunk.at(-1)?.written ?? '', hash: digest(bytes), bytes };
  });
  writeMeta(texts, chunks, writer);
  const meta = writer.take();
  const hash = digest(meta);
  const entry = {
    version: pagefindVersion,
    languages: { [language]: { hash, wasm: null, page_count: texts } },
    include_characters: [],
  };
  return [
    plainFile('pagefind-entry.json', JSON.stringify(entry)),
    toFile(`pagefind.${hash}.pf_meta`, hash, meta),
    ...chunks.map((chunk) => toFile(`index/${chunk.hash}.pf_index`, chunk.hash, chunk.bytes)),
  ];
}

/** The language whose index the browser opens. Pagefind has no stemmer for it, and terms are stems already. */
const language = 'ko';

/** Pagefind’s program recognizes its files by these bytes, also if the browser has already decompressed them. */
const signature = Buffer.from('pagefind_dcd');

function toFile(name: string, hash: string, bytes: Uint8Array): IndexFile {
  return compressedFile(name, hash, () => Promise.resolve(Buffer.concat([signature, bytes])));
}

/** A file of postings: its first and last word, and its content hash. */
interface Chunk {
  first: string;
  last: string;
  hash: string;
}

/** Writes the file that names all texts and all files of postings. */
function writeMeta(texts: number, chunks: readonly Chunk[], writer: CborWriter): void {
  writer.array(6);
  writer.text(pagefindVersion);
  writer.array(texts);
  for (let text = 0; text < texts; text += 1) {
    writer.array(2);
    writer.text(String(text));
    // The length of the text. Pagefind divides by the average.
    writer.unsigned(1);
  }
  writer.array(chunks.length);
  for (const [at, { hash }] of chunks.entries()) {
    const { from, to } = rangeOf(chunks, at);
    writer.array(3);
    writer.text(from);
    writer.text(to);
    writer.text(hash);
  }
  // There are no filters, orders and fields of metadata.
  for (let list = 0; list < 3; list += 1) writer.array(0);
}

/** Returns the range of words in a file: from the border before it to the one after it, unless that is a word of the next file. */
function rangeOf(chunks: readonly Chunk[], at: number): { from: string; to: string } {
  const [before, chunk, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  const { first = '', last = '' } = chunk ?? {};
  const border = next === undefined ? last : toBorder(last, next.first);
  return { from: toBorder(before?.last ?? '', first), to: border === next?.first ? last : border };
}
