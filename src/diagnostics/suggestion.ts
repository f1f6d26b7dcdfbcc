import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate a writer most likely meant, if one is near enough to be worth naming.
 *
 * Near enough is two edits (one swapped pair of letters), or a third of the word where it is longer; never the whole
 * word, or every language would be a slip for every other.
 */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const nearest = closest(word.toLowerCase(), [...candidates]);
  const limit = Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3)));
  return distance(word.toLowerCase(), nearest) <= limit ? nearest : undefined;
}

/** `: did you mean …?` when a candidate is near, else the list of what is expected. */
export function suggest(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  if (nearest !== undefined) return `: did you mean \`${nearest}\`?`;
  if (candidates.length === 0) return '';
  return `, expected one of ${candidates.map((candidate) => `\`${candidate}\``).join(', ')}`;
}
