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
