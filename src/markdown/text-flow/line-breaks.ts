import type { Root } from 'hast';
import { listRunningTexts, type Piece } from './running-text.ts';

/** A letter of a script that is written without spaces between words. */
const letter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';

/** Punctuation that is as wide as such a letter, and has its own space. */
const wide =
  '[\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff3d\\uff5b-\\uff65]';

/**
 * A line break that is no space, with the white space around it: between two Han or kana letters, or between one and wide
 * punctuation. Hangul has spaces between words, so a line break next to it stays a space. Follows the rules for segment breaks in CSS
 * Text 3 (https://drafts.csswg.org/css-text-3/#line-break-transform), which browsers don't all implement.
 */
const joiningBreak = new RegExp(
  `(?<=${letter})[ \\t]*\\r?\\n\\s*(?=${letter}|${wide})|(?<=${wide})[ \\t]*\\r?\\n\\s*(?=${letter})`,
  'gu',
);

/** Removes line breaks between Han or kana letters from a text. */
export function joinCjkLines(text: string): string {
  return text.replace(joiningBreak, '');
}

/** Removes line breaks between Han or kana letters, across inline elements too. Between other letters a line break is a space. */
export function rehypeCjkLines() {
  return (tree: Root): void => {
    listRunningTexts(tree).forEach(joinLines);
  };
}

/** Placeholder for a removed character. Parsers replace this character in texts, so no text contains it. */
const removed = '\0';

function joinLines(pieces: readonly Piece[]): void {
  const whole = pieces.map(({ text }) => text).join('');
  const joined = whole.replace(joiningBreak, (found) => removed.repeat(found.length));
  if (joined === whole) return;
  let start = 0;
  for (const { text, place } of pieces) {
    const end = start + text.length;
    // A break may be spread over several pieces: `日本語\n</b> 次`.
    if (place !== undefined) place.node.value = joined.slice(start, end).replaceAll(removed, '');
    start = end;
  }
}
