import type { Locale } from '../locale/index.ts';
import type { AlignableText, RecordedPair } from './alignable.ts';
import { alignTexts } from './align.ts';
import { findCounterparts, flipAlignment, type Alignment } from './alignment.ts';

/** One language of an article, with the pairs recorded for it if it is a translation. */
export interface AlignableLanguage extends AlignableText {
  record?: { from?: Locale | undefined; segments: readonly RecordedPair[] } | undefined;
}

/** Alignments of a text, as the source, with each other language of its article. */
export type AlignedWith = Readonly<Record<Locale, Alignment>>;

/**
 * Aligns every two languages of an article. A translation's record applies to the alignment with its own source. If neither
 * of two languages is a translation of the other, the first one by name is the source.
 */
export function alignLanguages(languages: readonly AlignableLanguage[]): ReadonlyMap<Locale, AlignedWith> {
  const inOrder = languages.toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
  const found = new Map<Locale, Record<Locale, Alignment>>(inOrder.map(({ locale }) => [locale, {}]));
  for (const [index, one] of inOrder.entries()) {
    for (const other of inOrder.slice(index + 1)) {
      const alignment = alignPair(one, other);
      Object.assign(found.get(one.locale) ?? {}, { [other.locale]: alignment });
      Object.assign(found.get(other.locale) ?? {}, { [one.locale]: flipAlignment(alignment) });
    }
  }
  return found;
}

/** Returns the counterpart in a reference language of each block of each language, or `undefined` where it isn't exactly one block. */
export function findCounterpartsIn(
  reference: Locale | undefined,
  languages: readonly AlignableLanguage[],
  alignments: ReadonlyMap<Locale, AlignedWith>,
): ReadonlyMap<Locale, readonly (number | undefined)[]> {
  return new Map(
    languages.map(({ locale, blocks }) => {
      const alignment = alignments.get(locale)?.[reference ?? ''];
      return [locale, alignment === undefined ? [] : findCounterparts(alignment, blocks.length)];
    }),
  );
}

function alignPair(one: AlignableLanguage, other: AlignableLanguage): Alignment {
  if (one.record?.from === other.locale && other.record?.from !== one.locale)
    return flipAlignment(alignPair(other, one));
  const recorded = other.record?.from === one.locale ? other.record.segments : [];
  return alignTexts(one, other, recorded);
}
