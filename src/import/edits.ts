import type { Place } from '../diagnostics/index.ts';

/** A stretch of a text, by its offsets, and what is to stand there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text with edits made, and where what stands in it now stood before. */
export interface Edited {
  text: string;
  toOriginal: (offset: number) => number;
}

/** Make edits. Of two that overlap the one that begins first is made; at one offset they are made in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const made = withoutOverlap(edits);
  const pieces: string[] = [];
  /** Where each edit ends, now and before. */
  const ends: { now: number; before: number }[] = [];
  let length = 0;
  let done = 0;
  for (const edit of made) {
    const kept = text.slice(done, edit.start);
    pieces.push(kept, edit.text);
    length += kept.length + edit.text.length;
    done = edit.end;
    ends.push({ now: length, before: done });
  }
  pieces.push(text.slice(done));
  return { text: pieces.join(''), toOriginal: (offset) => toOriginal(offset, made, ends) };
}

function toOriginal(
  offset: number,
  edits: readonly Edit[],
  ends: readonly { now: number; before: number }[],
): number {
  const next = ends.findIndex(({ now }) => now > offset);
  const last = ends.at(next === -1 ? -1 : next - 1);
  const moved = next === 0 || last === undefined ? offset : last.before + offset - last.now;
  const edit = next === -1 ? undefined : edits[next];
  return edit === undefined ? moved : Math.min(moved, edit.start);
}

function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let end = 0;
  return sorted.filter((edit) => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}

/** Gives the offset of a place in a text, and the place of an offset. */
export function placesIn(text: string): {
  toOffset: (place: Place) => number;
  toPlace: (offset: number) => Place;
} {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return {
    toOffset: ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1,
    toPlace: (offset) => {
      const line = lastAtMost(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

/** Index of the last of rising numbers that is not above a limit, by halving. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
