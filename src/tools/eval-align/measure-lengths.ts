import { blocksOf, type TextPair } from './pairs.ts';

/** What is measured of the lengths of paragraphs that stand for each other. */
export interface Lengths {
  texts: number;
  paragraphs: number;
  /** Letters of English for one of Korean. */
  ratio: number;
  /** Variance of the difference for each letter of the mean of both, in letters of English. */
  variance: number;
}

/** Measure the c and s² of Gale & Church on texts whose blocks stand for each other one by one. */
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
