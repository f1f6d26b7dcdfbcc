/**
 * How many slips separate two words, at most one more than `most`: the restricted Damerau–Levenshtein distance
 * (Damerau 1964), in which a slip is a letter changed, left out, put in, or typed before its neighbour.
 */
export function countSlips(one: string, other: string, most: number): number {
  const tooMany = most + 1;
  const columns = other.length;
  if (one === other) return 0;
  if (Math.abs(one.length - columns) > most || Math.max(one.length, columns) >= longest) return tooMany;
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
    if (least > most) return tooMany;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(at(last, columns), tooMany);
}

/** Letters of the longest word that is compared; what is longer is no word. */
const longest = 128;

type Row = Uint16Array<ArrayBuffer>;

/** Three rows of the table of distances, made once: thousands of words are compared for a query. */
const rows: readonly [Row, Row, Row] = [
  new Uint16Array(longest),
  new Uint16Array(longest),
  new Uint16Array(longest),
];

function rowsOf(columns: number): [Row, Row, Row] {
  const [beforeLast, last, current] = rows;
  for (let column = 0; column <= columns; column += 1) last[column] = column;
  return [beforeLast, last, current];
}

function at(row: Row, column: number): number {
  return row[column] ?? 0;
}

/** How many slips a word of so many letters (jamo, for Hangul) is allowed: none in short ones, two in long ones. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 11 ? 1 : 2;
}

/** Where in a text, and with how many slips, a pattern stands best. */
export interface LooseMatch {
  slips: number;
  end: number;
}

/**
 * Where a pattern stands in a text with the fewest slips, at most `most`; it may begin only where `isStart` says
 * (elsewhere for one slip more). After Sellers (1980), with neighbours swapped as one slip.
 */
export function findLoosely(
  pattern: string,
  text: string,
  most: number,
  isStart: (at: number) => boolean,
): LooseMatch | undefined {
  const length = pattern.length;
  if (length >= longest) return undefined;
  let [beforeLast, last, current] = rowsOf(length);
  let best: LooseMatch | undefined;
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
    const slips = at(current, length);
    if (slips <= most && (best === undefined || slips < best.slips)) best = { slips, end: column };
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return best;
}

/**
 * Pieces of a pattern of which a text must hold at least one if the pattern stands in it with at most so many slips: a
 * slip spoils one piece, two where neighbours on both sides of a cut are swapped.
 */
export function piecesToFind(pattern: string, most: number): string[] {
  const count = 2 * most + 1;
  const cut = (piece: number): number => Math.floor((piece * pattern.length) / count);
  return Array.from({ length: count }, (_, piece) => pattern.slice(cut(piece), cut(piece + 1)));
}
