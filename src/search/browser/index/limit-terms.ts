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
    share: (weights) => {
      const known = new Set([...free, ...read]);
      return divide(max - read.size, weights).map((share) => limitTo(reader, share, known));
    },
  };
  return reader;
}

/** Divides a number by weights into whole numbers. The first get what would be left. */
function divide(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - shares.reduce((one, other) => one + other, 0);
  return shares.map((share, number) => share + (number < left ? 1 : 0));
}
