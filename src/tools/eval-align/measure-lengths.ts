import { blocksOf, type TextPair } from './pairs.ts';

/** Statistics of the lengths of corresponding paragraphs. */
export interface Lengths {
  texts: number;
  paragraphs: number;
  /** English characters per Korean character. */
  ratio: number;
  /** Variance of the difference in length, per character of the mean length, in English characters. */
  variance: number;
}

/** Measures c and s² of Gale & Church (1993) on texts whose blocks correspond one to one. */
export function measureLengths(pairs: readonly TextPair[]): Lengths {
  const lengths = pairs.flatMap(({ ko, en }) => {
    const counterparts = blocksOf(en);
    return blocksOf(ko).flatMap(({ type, text }, at) => {
      const counterpart = counterparts[at];
      if (type !== 'paragraph' || counterpart === undefined) return [];
      return [{ ko: lengthOf(text), en: lengthOf(counterpart.text) }];
    });
  });
  const total = (of: (each: { ko: number; en: number }) => number): number =>
    lengths.reduce((all, each) => all + of(each), 0);
  const ratio = total(({ en }) => en) / total(({ ko }) => ko);
  const square = total(({ ko, en }) => (en - ratio * ko) ** 2 / Math.max(1, (en + ratio * ko) / 2));
  return {
    texts: pairs.length,
    paragraphs: lengths.length,
    ratio,
    variance: square / lengths.length,
  };
}

function lengthOf(text: string): number {
  return text.normalize('NFC').length;
}
