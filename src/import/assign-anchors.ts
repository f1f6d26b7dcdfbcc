import { alignLanguages, findCounterpartsIn } from '../alignment/index.ts';
import type { Locale } from '../locale/index.ts';
import { groupAnchors, type Survey } from '../markdown/index.ts';
import { anchorArticle, referenceOf, type Outline, type SyncRecord } from '../model/index.ts';

/** The parts of a survey that anchors depend on. */
export type PartialSurvey = Pick<Survey, 'places' | 'formerIds' | 'blocks' | 'figures'>;

/** One language of an article and its sync record. */
export interface ArticleLanguage {
  locale: Locale;
  survey: PartialSurvey;
  record: SyncRecord | undefined;
}

/** The ids of an article in each language. */
export interface ArticleIds {
  /** Ids of all places, in order. */
  ids: ReadonlyMap<Locale, readonly string[]>;
  /** Ids of the headings only. */
  headingIds: ReadonlyMap<Locale, readonly string[]>;
}

/**
 * Returns the ids that an article will have after the import, by aligning its languages as the library does.
 *
 * If authors gave one id to different headings in two languages, the first language wins, in this order: the language whose
 * headings provide the anchors, the source, the others.
 *
 * @param align a function with the same results as `alignLanguages`
 */
export function assignAnchors(
  languages: readonly ArticleLanguage[],
  source: Locale,
  align = alignLanguages,
): ArticleIds {
  const reference = referenceOf(
    languages.map(({ locale }) => locale),
    source,
  );
  const alignable = languages.map(({ locale, survey, record }) => ({
    locale,
    blocks: survey.blocks,
    record,
  }));
  const counterparts = findCounterpartsIn(reference, alignable, align(alignable));
  const outlines = languages.map(({ locale, survey, record }): Outline => ({
    locale,
    places: survey.places,
    formerIds: survey.formerIds.map(({ id }) => id),
    published: record?.anchors,
    counterparts: counterparts.get(locale),
  }));
  const rank = ({ locale }: Outline): number => (locale === reference ? 0 : locale === source ? 1 : 2);
  const inOrder = outlines.toSorted((a, b) => rank(a) - rank(b));
  const { ids } = anchorArticle(withoutConflictingIds(inOrder, reference), source);
  const headingIds = languages.map(({ locale, survey }): [Locale, readonly string[]] => [
    locale,
    groupAnchors(survey, ids.get(locale) ?? []).anchors,
  ]);
  return { ids, headingIds: new Map(headingIds) };
}

/**
 * Removes explicit ids that another language uses for a different heading. A heading without a counterpart keeps such an id: the
 * shared id says that the two headings are counterparts.
 */
function withoutConflictingIds(outlines: readonly Outline[], reference: Locale | undefined): Outline[] {
  const named = outlines.find(({ locale }) => locale === reference)?.places ?? [];
  const headings = new Set(named.flatMap(({ kind, blocks }) => (kind === 'heading' ? blocks : [])));
  const owners = new Map<string, number | undefined>();
  return outlines.map((outline) => ({
    ...outline,
    places: outline.places.map((place) => {
      const { explicitId: id, blocks } = place;
      if (id === undefined) return place;
      const block = blocks[0] ?? -1;
      const counterpart = outline.locale === reference ? block : outline.counterparts?.[block];
      if (!owners.has(id)) owners.set(id, counterpart);
      const isOthers = counterpart !== undefined && headings.has(counterpart);
      return isOthers && owners.get(id) !== counterpart ? { ...place, explicitId: undefined } : place;
    }),
  }));
}
