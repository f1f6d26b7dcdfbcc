import type { MarkedText } from '../answer.ts';
import type { LoadedText } from '../index/texts.ts';
import { markRanges, matchInWord } from './highlight.ts';

/** A matching word: its number in the text, the index of the query word, and its weight. */
export interface MatchingWord {
  place: number;
  word: number;
  weight: number;
}

/** A loaded text split into words, for lookups by word number. */
export interface Blocks {
  /** Number of the first word of each block. */
  starts: readonly number[];
  /** The words of each block, with their offsets in it (UTF-16). */
  words: readonly (readonly { text: string; at: number }[])[];
}

/** Splits a text into words. */
export function toBlocks({ blocks, starts }: LoadedText): Blocks {
  return {
    starts,
    words: blocks.map((block) =>
      [...block.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, at: index })),
    ),
  };
}

/** Returns the index of the block that contains a word. */
export function blockOf({ starts }: Blocks, place: number): number {
  let block = 0;
  while (block + 1 < starts.length && (starts[block + 1] ?? Infinity) <= place) block += 1;
  return block;
}

/** Number of words in an excerpt: about two lines. */
const excerptWords = 26;

/**
 * Returns an excerpt around the best matches within one block, as written.
 *
 * @param terms returns the terms of a query word, which locate the match within a word
 */
export function excerptAround(
  { blocks }: LoadedText,
  parts: Blocks,
  places: readonly MatchingWord[],
  terms: (word: number) => readonly string[],
): MarkedText {
  const window = bestWindow(parts, places);
  if (window === undefined) return [];
  const { block, from, to } = window;
  const words = (parts.words[block] ?? []).slice(from, to);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = first.at;
  const text = (blocks[block] ?? '').slice(start, last.at + last.text.length);
  const blockStart = parts.starts[block] ?? 0;
  const ranges = places.flatMap(({ place, word }) => {
    const within = words[place - blockStart - from];
    const found =
      within === undefined || place - blockStart < from ? undefined : matchInWord(within.text, terms(word));
    return within === undefined || found === undefined
      ? []
      : [[within.at - start + found[0], within.at - start + found[1]] as const];
  });
  const [begin, end] = clip(text, ranges[0]?.[0] ?? 0);
  const isCutBefore = from > 0 || begin > 0;
  const isCutAfter = to < (parts.words[block]?.length ?? 0) || end < text.length;
  const marked = markRanges(
    text.slice(begin, end),
    ranges.map(([one, other]) => [one - begin, other - begin] as const),
  );
  return [
    ...(isCutBefore ? [{ text: '… ', isMatch: false }] : []),
    ...marked,
    ...(isCutAfter ? [{ text: ' …', isMatch: false }] : []),
  ];
}

/** Maximum number of characters in an excerpt: a single word may be as long as a book. */
const excerptLength = 400;

/** Returns the range of a long text to show, so that a given offset is visible. */
function clip(text: string, place: number): [from: number, to: number] {
  if (text.length <= excerptLength) return [0, text.length];
  const from = wholeCharacter(text, Math.max(0, Math.min(place - 60, text.length - excerptLength)));
  return [from, wholeCharacter(text, from + excerptLength)];
}

/** Moves an offset back to a character boundary. */
function wholeCharacter(text: string, place: number): number {
  return /^[\udc00-\udfff]/.test(text.charAt(place)) ? place - 1 : place;
}

/** Finds the window of words within a block with the most matches. Distinct query words count before repeated ones. */
function bestWindow(
  parts: Blocks,
  places: readonly MatchingWord[],
): { block: number; from: number; to: number } | undefined {
  let best: { score: number; block: number; first: number } | undefined;
  for (const [at, { place }] of places.entries()) {
    const block = blockOf(parts, place);
    const end = Math.min(place + excerptWords, parts.starts[block + 1] ?? Infinity);
    const seen = new Map<number, number>();
    for (let next = at; next < places.length; next += 1) {
      const each = places[next];
      if (each === undefined || each.place >= end) break;
      const before = seen.get(each.word);
      seen.set(each.word, before === undefined ? each.weight : before + each.weight * 0.1);
    }
    const score = [...seen.values()].reduce((sum, weight) => sum + weight, 0);
    if (best === undefined || score > best.score) best = { score, block, first: place };
  }
  if (best === undefined) return undefined;
  const start = parts.starts[best.block] ?? 0;
  const length = parts.words[best.block]?.length ?? 0;
  const from = Math.max(0, Math.min(best.first - start - 6, length - excerptWords));
  return { block: best.block, from, to: Math.min(length, from + excerptWords) };
}
