import type { IndexReader } from './reader.ts';

/**
 * Maximum number of pieces of lists of terms that a question loads: a kilobyte each, and a request. Most need four to eight; more would be
 * for unlikely readings.
 */
export const maxTermPieces = 12;

/**
 * Returns a reader for one question, to which pieces of lists of terms are empty once it has read {@link maxTermPieces}. So whoever reads first
 * asks for what says most. Pieces that have been loaded before count, too, so that an answer doesn’t depend on earlier ones.
 */
export function limitTerms(reader: IndexReader): IndexReader {
  return limitTo(reader, maxTermPieces, new Set());
}

/** @param free pieces that don’t count, because they were read before */
function limitTo(source: IndexReader, max: number, free: ReadonlySet<string>): IndexReader {
  const read = new Set<string>();
  const reader: IndexReader = {
    ...source,
    terms: async (part, piece) => {
      const key = `${part} ${piece}`;
      if (!free.has(key) && !read.has(key)) {
        if (read.size >= max) return [];
        read.add(key);
      }
      return source.terms(part, piece);
    },
    share: (count) => {
      const rest = max - read.size;
      const known = new Set([...free, ...read]);
      return Array.from({ length: count }, (_, number) =>
        limitTo(reader, Math.floor(rest / count) + (number < rest % count ? 1 : 0), known),
      );
    },
  };
  return reader;
}
