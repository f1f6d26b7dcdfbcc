/**
 * How many slips separate two words, at most one more than `most`: the restricted Damerau–Levenshtein distance
 * (Damerau 1964), in which a slip is a letter changed, left out, put in, or typed before its neighbour.
 */
export function countSlips(one: string, other: string, most: number): number {
  const tooMany = most + 1;
  if (Math.abs(one.length - other.length) > most) return tooMany;
  let beforeLast = new Uint16Array(other.length + 1);
  let last = Uint16Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = new Uint16Array(other.length + 1);
    current[0] = row;
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return tooMany;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[other.length] ?? tooMany, tooMany);
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
  const rows = pattern.length;
  let beforeLast = new Uint16Array(rows + 1);
  let last = Uint16Array.from({ length: rows + 1 }, (_, row) => row);
  let best: LooseMatch | undefined;
  for (let column = 1; column <= text.length; column += 1) {
    const current = new Uint16Array(rows + 1);
    current[0] = isStart(column) ? 0 : 1;
    for (let row = 1; row <= rows; row += 1) {
      const isSame = pattern[row - 1] === text[column - 1];
      let cost = Math.min(
        (last[row - 1] ?? 0) + (isSame ? 0 : 1),
        (last[row] ?? 0) + 1,
        (current[row - 1] ?? 0) + 1,
      );
      const isSwapped =
        row > 1 &&
        column > 1 &&
        pattern[row - 1] === text[column - 2] &&
        pattern[row - 2] === text[column - 1];
      if (isSwapped) cost = Math.min(cost, (beforeLast[row - 2] ?? 0) + 1);
      current[row] = cost;
    }
    const slips = current[rows] ?? most + 1;
    if (slips <= most && (best === undefined || slips < best.slips)) best = { slips, end: column };
    beforeLast = last;
    last = current;
  }
  return best;
}
