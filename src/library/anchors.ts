import { findCounterpartsIn, type AlignableLanguage, type AlignedWith } from '../alignment/index.ts';
import type { Locale } from '../locale/index.ts';
import type { Survey } from '../markdown/index.ts';
import { anchorArticle, referenceOf, type Anchors, type PublishedAnchor } from '../model/index.ts';
import type { EntryFile } from '../sources/index.ts';

/** A language of an article, with its survey. */
interface Language {
  file: EntryFile;
  survey: Survey;
}

/** Converts a language of an article to the form that alignment takes. */
export function toAlignable({ file, survey }: Language): AlignableLanguage {
  return { locale: file.locale, blocks: survey.blocks, record: file.sync };
}

/** Assigns the anchors of an article, shared by its languages according to their alignment. */
export function assignAnchors(
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
    formerIds: survey.formerIds.map(({ id }) => id),
    published: file.sync?.anchors,
    counterparts: counterparts.get(file.locale),
  }));
  return anchorArticle(outlines, source);
}

/**
 * Returns the anchors of a text's headings, figures, tables and footnotes, in order, to record in its sync file. The digest
 * identifies a place later, when the text has changed. Anchors recorded before keep their ids.
 */
export function publishedAnchors({
  survey,
  placeIds,
}: {
  survey: Survey;
  placeIds: readonly string[];
}): PublishedAnchor[] {
  return survey.places.map(({ digest }, index) => ({ id: placeIds[index] ?? '', digest }));
}
