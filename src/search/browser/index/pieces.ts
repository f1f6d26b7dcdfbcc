import type { Locale } from '../../../locale/index.ts';
import type { Pieces } from '../../contract/index.ts';
import type { KeyRange } from './key-range.ts';

/** Returns the indexes of the pieces that may contain keys in a range. */
export function findPieces({ firsts }: Pick<Pieces, 'firsts'>, [from, to]: KeyRange): number[] {
  return firsts.flatMap((first, piece) => {
    const next = firsts[piece + 1];
    return first < to && (next === undefined || next > from) ? [piece] : [];
  });
}

/** Returns what an index has in a language; `undefined` if it has no texts in it. */
export function inLocale<Value>(values: Readonly<Record<Locale, Value>>, locale: Locale): Value | undefined {
  return Object.hasOwn(values, locale) ? values[locale] : undefined;
}
