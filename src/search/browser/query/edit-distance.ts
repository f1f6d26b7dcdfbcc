/**
 * Returns the edit distance of two words, or `maxDistance + 1` if it is larger than `maxDistance`: the restricted
 * Damerau–Levenshtein distance (Damerau 1964), which counts substitutions, deletions, insertions and transpositions of
 * neighbors.
 */
export function editDistance(one: string, other: string, maxDistance: number): number {
  const tooMany = maxDistance + 1;
  const columns = other.length;
  if (one === other) return 0;
  if (Math.abs(one.length - columns) > maxDistance || Math.max(one.length, columns) >= maxLength)
    return tooMany;
  let [beforeLast, last, current] = rowsOf(columns);
  for (let row = 1; row <= one.length; row += 1) {
    current[0] = row;
    let least = row;
    const letter = one.charCodeAt(row - 1);
    for (let column = 1; column <= columns; column += 1) {
      const isSame = letter === other.charCodeAt(column - 1);
      let cost = Math.min(
        at(last, column - 1) + (isSame ? 0 : 1),
        at(last, column) + 1,
        at(current, column - 1) + 1,
      );
      const isSwapped =
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(column - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(column - 1);
      if (isSwapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > maxDistance) return tooMany;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(at(last, columns), tooMany);
}

/** Maximum length of a word to compare. Longer strings are not words. */
const maxLength = 128;

type Row = Uint16Array<ArrayBuffer>;

/** Three rows of the dynamic programming table, allocated once: a query compares thousands of words. */
const rows: readonly [Row, Row, Row] = [
  new Uint16Array(maxLength),
  new Uint16Array(maxLength),
  new Uint16Array(maxLength),
];

function rowsOf(columns: number): [Row, Row, Row] {
  const [beforeLast, last, current] = rows;
  for (let column = 0; column <= columns; column += 1) last[column] = column;
  return [beforeLast, last, current];
}

function at(row: Row, column: number): number {
  return row[column] ?? 0;
}

/** Returns the edit distance to allow for a word of this length (in jamo, for Hangul): 0 for short words, at most 2. */
export function typosAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 11 ? 1 : 2;
}

/** The best fuzzy match of a pattern in a text. */
export interface FuzzyMatch {
  typos: number;
  end: number;
}

/**
 * Finds the substring of a text with the smallest edit distance to a pattern, if that is at most `maxDistance`. A match
 * that doesn't start where `isStart` is true costs one edit more. Algorithm of Sellers (1980), extended by
 * transpositions.
 */
export function fuzzyFind(
  pattern: string,
  text: string,
  maxDistance: number,
  isStart: (at: number) => boolean,
): FuzzyMatch | undefined {
  const length = pattern.length;
  if (length >= maxLength) return undefined;
  let [beforeLast, last, current] = rowsOf(length);
  let best: FuzzyMatch | undefined;
  for (let column = 1; column <= text.length; column += 1) {
    current[0] = isStart(column) ? 0 : 1;
    const letter = text.charCodeAt(column - 1);
    for (let row = 1; row <= length; row += 1) {
      const isSame = pattern.charCodeAt(row - 1) === letter;
      let cost = Math.min(at(last, row - 1) + (isSame ? 0 : 1), at(last, row) + 1, at(current, row - 1) + 1);
      const isSwapped =
        row > 1 &&
        column > 1 &&
        pattern.charCodeAt(row - 1) === text.charCodeAt(column - 2) &&
        pattern.charCodeAt(row - 2) === letter;
      if (isSwapped) cost = Math.min(cost, at(beforeLast, row - 2) + 1);
      current[row] = cost;
    }
    const typos = at(current, length);
    if (typos <= maxDistance && (best === undefined || typos < best.typos)) best = { typos, end: column };
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return best;
}

/**
 * Splits a pattern so that every fuzzy match with at most `maxDistance` edits contains at least one piece unchanged
 * (pigeonhole principle): an edit spoils one piece, or two if a transposition crosses a cut.
 */
export function requiredSubstrings(pattern: string, maxDistance: number): string[] {
  const count = 2 * maxDistance + 1;
  const cut = (piece: number): number => Math.floor((piece * pattern.length) / count);
  return Array.from({ length: count }, (_, piece) => pattern.slice(cut(piece), cut(piece + 1)));
}
