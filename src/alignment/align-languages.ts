import type { Locale } from '../locale/index.ts';
import type { AlignableText, RecordedPair } from './alignable.ts';
import { alignTexts } from './align.ts';
import { findCounterparts, flipAlignment, type Alignment } from './alignment.ts';

/** One language of an article, and what it is recorded to render as a translation. */
export interface AlignableLanguage extends AlignableText {
  record?: { from?: Locale | undefined; segments: readonly RecordedPair[] } | undefined;
}

/** A text's alignment with each other language of its article, the text itself as the source. */
export type AlignedWith = Readonly<Record<Locale, Alignment>>;

/**
 * Align every two languages of an article. A translation's record tells what it renders of its own source; which of two that
 * render neither other counts as the source depends on their names alone.
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

/** For each block of each language the block of one language, the reference, that says the same, where exactly one does. */
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
