import type { Place } from '../diagnostics/index.ts';

/** A range of a text, as UTF-16 offsets, and its replacement. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** An edited text. `toOriginal` maps its offsets to those of the original. */
interface Edited {
  text: string;
  toOriginal: (offset: number) => number;
}

/** Applies edits. If two overlap, the one that starts first wins; edits at one offset are applied in the given order. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const applied = withoutOverlap(edits);
  const pieces: string[] = [];
  /** The end of each edit in the new and in the original text. */
  const ends: { now: number; before: number }[] = [];
  let length = 0;
  let done = 0;
  for (const edit of applied) {
    const unchanged = text.slice(done, edit.start);
    pieces.push(unchanged, edit.text);
    length += unchanged.length + edit.text.length;
    done = edit.end;
    ends.push({ now: length, before: done });
  }
  pieces.push(text.slice(done));
  return { text: pieces.join(''), toOriginal: (offset) => toOriginal(offset, applied, ends) };
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

/** Returns functions that convert between line and column, from 1, and offset in a text. */
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

/** Binary search: returns the index of the last number, in ascending order, that is at most the limit. */
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
