import { closest, distance } from 'fastest-levenshtein';

/**
 * Returns the candidate closest to a misspelled word, or `undefined` if none is close.
 *
 * The limit is a Levenshtein distance of 2 (one transposition), or a third of a longer word. It is always less than the length of the
 * word; otherwise every two-letter locale would be close to every other.
 */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const nearest = closest(word.toLowerCase(), [...candidates]);
  const limit = Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3)));
  return distance(word.toLowerCase(), nearest) <= limit ? nearest : undefined;
}

/** Returns the end of a message: `: did you mean …?` if a candidate is close, or else a list of all candidates. */
export function suggest(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  if (nearest !== undefined) return `: did you mean \`${nearest}\`?`;
  if (candidates.length === 0) return '';
  return `, expected one of ${candidates.map((candidate) => `\`${candidate}\``).join(', ')}`;
}
