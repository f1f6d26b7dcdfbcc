import { alignLanguages, findCounterpartsIn } from '../alignment/index.ts';
import type { Locale } from '../locale/index.ts';
import { groupAnchors, type Survey } from '../markdown/index.ts';
import { anchorArticle, referenceOf, type Outline, type SyncRecord } from '../model/index.ts';

/** One language of an article, and what is recorded beside it. */
export interface ArticleLanguage {
  locale: Locale;
  survey: Pick<Survey, 'places' | 'blocks' | 'figures'>;
  record: SyncRecord | undefined;
}

/** The ids of an article's languages. */
export interface ArticleIds {
  /** Of all places, in their order. */
  ids: ReadonlyMap<Locale, readonly string[]>;
  /** Of the headings alone. */
  headingIds: ReadonlyMap<Locale, readonly string[]>;
}

/**
 * The ids that an article will have once it stands in the content: all its languages aligned, as a library does it.
 *
 * Where authors wrote one id at different headings in two languages, that of the first counts; the language that names the
 * ids comes first, then the one written first.
 */
export function settleArticle(languages: readonly ArticleLanguage[], source: Locale): ArticleIds {
  const reference = referenceOf(
    languages.map(({ locale }) => locale),
    source,
  );
  const alignable = languages.map(({ locale, survey, record }) => ({
    locale,
    blocks: survey.blocks,
    record,
  }));
  const counterparts = findCounterpartsIn(reference, alignable, alignLanguages(alignable));
  const outlines = languages.map(({ locale, survey, record }): Outline => ({
    locale,
    places: survey.places,
    published: record?.anchors,
    counterparts: counterparts.get(locale),
  }));
  const rank = ({ locale }: Outline): number => (locale === reference ? 0 : locale === source ? 1 : 2);
  const inOrder = outlines.toSorted((a, b) => rank(a) - rank(b));
  const { ids } = anchorArticle(withoutStrayIds(inOrder, reference), source);
  const headingIds = languages.map(({ locale, survey }): [Locale, readonly string[]] => [
    locale,
    groupAnchors(survey.places, ids.get(locale) ?? []).anchors,
  ]);
  return { ids, headingIds: new Map(headingIds) };
}

/**
 * Outlines in which no id that authors wrote is at one heading in one language and at the counterpart of another in the next.
 * A heading without a counterpart keeps the id that it shares with one elsewhere: its author says that they are one.
 */
function withoutStrayIds(outlines: readonly Outline[], reference: Locale | undefined): Outline[] {
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
