import { findCounterpartsIn, type AlignableLanguage, type AlignedWith } from '../alignment/index.ts';
import type { Locale } from '../locale/index.ts';
import type { Survey } from '../markdown/index.ts';
import { anchorArticle, referenceOf, type Anchors } from '../model/index.ts';
import type { EntryFile } from '../sources/index.ts';

/** A text of an article that has been looked over. */
interface Language {
  file: EntryFile;
  survey: Survey;
}

/** A text as alignment needs to know it. */
export function toAlignable({ file, survey }: Language): AlignableLanguage {
  return { locale: file.locale, blocks: survey.blocks, record: file.sync };
}

/** The anchors of an article whose languages have been aligned. */
export function settleAnchors(
  languages: readonly Language[],
  alignments: ReadonlyMap<Locale, AlignedWith>,
): Anchors {
  const source = languages.find(({ file }) => file.entry.role.type === 'source')?.file.locale ?? '';
  const reference = referenceOf(
    languages.map(({ file }) => file.locale),
    source,
  );
  const counterparts = findCounterpartsIn(reference, languages.map(toAlignable), alignments);
  const outlines = languages.map(({ file, survey }) => ({
    locale: file.locale,
    places: survey.places,
    published: file.sync?.anchors,
    counterparts: counterparts.get(file.locale),
  }));
  return anchorArticle(outlines, source);
}
