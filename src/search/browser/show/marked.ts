import type { Marked, MarkedPiece } from '../answer.ts';

/** A text with its stretches that matched marked; ranges may overlap, reach beyond it and come in any order. */
export function markRanges(text: string, ranges: readonly (readonly [start: number, end: number])[]): Marked {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const [start, until] of [...ranges].sort(([one], [other]) => one - other)) {
    const from = Math.max(start, at);
    const end = Math.min(until, text.length);
    if (end <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), isMatch: false });
    const last = pieces.at(-1);
    if (last?.isMatch === true) last.text += text.slice(from, end);
    else pieces.push({ text: text.slice(from, end), isMatch: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}
