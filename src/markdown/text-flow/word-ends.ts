import type { ElementContent, Root, Text } from 'hast';
import { h } from 'hastscript';
import { isJosa } from '../../korean/index.ts';
import { listRunningTexts, replaceTexts, type Piece } from './running-text.ts';

/** Marks that end a word, after which Chromium breaks a line despite `word-break: keep-all`. Hangul after them belongs to that word. */
const closing = /[%~‰°℃℉)\]}”’」』】〉》〕）\ufffc]$/u;

/** Other marks after which it breaks. Only a particle belongs to the word before them: `…라고`, but `서울·부산`. */
const other = /[…!?_=&—–·→←↔#*@>^★☆⌘\p{Emoji_Presentation}-]$/u;

/** Hangul that does not continue a word of letters or digits. */
const hangulAfterMark = /(?<![\p{L}\p{N}])[가-힣]+/gu;

/**
 * Returns the offsets in a text where a line could break within a Korean word, as between `50%` and `에`: CSS has no property against
 * it (Unicode Line Breaking Algorithm, rules LB13 to LB30, https://www.unicode.org/reports/tr14/).
 *
 * @param before the text before it on the same line
 */
export function findSplitWords(text: string, before = ''): number[] {
  return [...text.matchAll(hangulAfterMark)].flatMap(({ 0: hangul, index }) => {
    const mark = index === 0 ? before.slice(-2) : text.slice(Math.max(0, index - 2), index);
    return closing.test(mark) || (other.test(mark) && isJosa(hangul)) ? [index] : [];
  });
}

/**
 * Keeps particles from beginning a line, as in “50%⏎에 이르려면”: puts an empty `u` before them, in which the style sheet generates a
 * word joiner (U+2060). In the text itself, that character would get into what readers copy, search and subscribe to. `u` is as short
 * as an inline element can be, and empty it looks like nothing.
 */
export function rehypeWordEnds() {
  return (tree: Root): void => {
    const texts = listRunningTexts(tree);
    replaceTexts(new Map(texts.flatMap(joinWords)), texts);
  };
}

/** Returns text nodes with split words, each with its replacement. */
function joinWords(pieces: readonly Piece[]): [Text, ElementContent[]][] {
  const replacements: [Text, ElementContent[]][] = [];
  let before = '';
  for (const { text, place } of pieces) {
    const offsets = place === undefined ? [] : findSplitWords(text, before);
    if (place !== undefined && offsets.length > 0)
      replacements.push([place.node, insertJoiners(text, offsets)]);
    if (text !== '') before = text;
  }
  return replacements;
}

function insertJoiners(text: string, offsets: readonly number[]): ElementContent[] {
  const parts = [0, ...offsets].map((start, index) => text.slice(start, offsets[index]));
  return parts.flatMap((value, index): ElementContent[] => [
    ...(index === 0 ? [] : [h('u')]),
    ...(value === '' ? [] : [{ type: 'text', value } as const]),
  ]);
}
