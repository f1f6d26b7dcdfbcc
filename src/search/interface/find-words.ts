/** A stretch of the texts of a block: from a place in one of them to a place in the same or a later one. */
export interface Stretch {
  start: Place;
  end: Place;
}

/** A place in one of several texts, in UTF-16 units. */
export interface Place {
  text: number;
  offset: number;
}

/**
 * Where words stand in the texts that a block is made of, in whatever case, though a word may go on from one text to the
 * next. A word in Latin letters is not found in the middle of another one; what follows it may belong to it.
 */
export function findWords(texts: readonly string[], words: readonly string[]): Stretch[] {
  const whole = texts.join('');
  const pattern = patternOf(words);
  if (pattern === undefined) return [];
  const starts = startsOf(texts);
  return [...whole.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: placeAt(starts, index),
    // The end belongs to the text of the last character, not to the one after it.
    end: after(placeAt(starts, index + found.length - 1)),
  }));
}

/** Longer words first, so that the longest at a place is found there; each as texts may have it, composed or not. */
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

function placeAt(starts: readonly number[], offset: number): Place {
  const text = starts.findLastIndex((start) => start <= offset);
  return { text, offset: offset - (starts[text] ?? 0) };
}

function after({ text, offset }: Place): Place {
  return { text, offset: offset + 1 };
}
