/** A range in the text nodes of a block. It may span several nodes. */
export interface TextRange {
  start: TextOffset;
  end: TextOffset;
}

/** An offset (UTF-16) in one of several text nodes. */
interface TextOffset {
  text: number;
  offset: number;
}

/**
 * Finds words in the text nodes of a block, ignoring case. A match may span nodes. A Latin word matches only at the
 * start of a word, with any ending.
 */
export function findWords(texts: readonly string[], words: readonly string[]): TextRange[] {
  const whole = texts.join('');
  const pattern = patternOf(words);
  if (pattern === undefined) return [];
  const starts = startsOf(texts);
  return [...whole.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: placeAt(starts, index),
    // At a node boundary, the end belongs to the node of the last character.
    end: after(placeAt(starts, index + found.length - 1)),
  }));
}

/**
 * Builds a pattern of all words: longer ones first, so that the longest match wins, and in both normalization forms.
 */
function patternOf(words: readonly string[]): RegExp | undefined {
  const forms = new Set(
    words
      .filter((word) => word.trim() !== '')
      .flatMap((word) => [word, word.normalize('NFC'), word.normalize('NFD')]),
  );
  if (forms.size === 0) return undefined;
  const choices = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => (/^[\p{Script=Latin}\d]/u.test(form) ? `(?<![\\p{Script=Latin}\\d])` : '') + escape(form));
  return new RegExp(choices.join('|'), 'giu');
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
}

function startsOf(texts: readonly string[]): number[] {
  let length = 0;
  return texts.map((text) => (length += text.length) - text.length);
}

function placeAt(starts: readonly number[], offset: number): TextOffset {
  const text = starts.findLastIndex((start) => start <= offset);
  return { text, offset: offset - (starts[text] ?? 0) };
}

function after({ text, offset }: TextOffset): TextOffset {
  return { text, offset: offset + 1 };
}
