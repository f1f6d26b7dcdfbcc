import type { Figures } from '../figures/stage/figure.ts';
import type { Locale } from '../locale/index.ts';
import { checkPairs, parseStateFragment } from '../markdown/index.ts';
import { foldName, listIds } from '../model/index.ts';
import type { Destinations, TextName } from './address.ts';
import type { ExistingArticle } from './article.ts';
import { assignAnchors, type ArticleIds, type PartialSurvey } from './assign-anchors.ts';
import type { Post } from './post.ts';

interface ImportedTexts {
  /** All imported files, including those that can’t be read. */
  files: readonly TextName[];
  posts: readonly Post[];
  /** Ids of the imported articles, by slug. */
  anchors: ReadonlyMap<string, ArticleIds>;
  /** Existing articles, by slug. */
  existing: ReadonlyMap<string, ExistingArticle>;
  figures: Figures;
  locales: readonly Locale[];
}

/** Returns the destinations of links: existing and imported texts, including those that can’t be read. */
export function createDestinations({
  files,
  posts,
  anchors,
  existing,
  figures,
  locales,
}: ImportedTexts): Destinations {
  const languages = new Map<string, Locale[]>();
  const add = (slug: string, locale: Locale): void => {
    languages.set(slug, [...(languages.get(slug) ?? []), locale]);
  };
  for (const { slug, locale } of files) add(slug, locale);
  for (const [slug, article] of existing) for (const { locale } of article.languages) add(slug, locale);
  const named = new Map([
    ...posts.map(({ title, slug }): [string, string] => [foldName(title), slug]),
    ...[...languages.keys()].map((slug): [string, string] => [foldName(slug), slug]),
  ]);
  const bySlug = Map.groupBy(posts, ({ slug }) => slug);
  const allAnchors = new Map(anchors);
  // Aligning is expensive, so existing articles get their anchors when a link first leads to them.
  const anchorsOf = (slug: string): ArticleIds | undefined => {
    const article = existing.get(slug);
    if (article !== undefined && !allAnchors.has(slug))
      allAnchors.set(slug, assignAnchors(article.languages, article.source ?? ''));
    return allAnchors.get(slug);
  };
  const surveyOf = ({ slug, locale }: TextName): PartialSurvey | undefined =>
    bySlug.get(slug)?.find((post) => post.locale === locale)?.survey ??
    existing.get(slug)?.languages.find((language) => language.locale === locale)?.survey;
  return {
    locales,
    languagesOf: (slug) => languages.get(slug) ?? [],
    findName: (name) => named.get(foldName(name)),
    idsOf: ({ slug, locale }) => anchorsOf(slug)?.headingIds.get(locale) ?? [],
    findId: (name, fragment) => {
      const article = anchorsOf(name.slug);
      const ids = article?.ids.get(name.locale);
      // An unreadable text is reported already, so links to it are accepted.
      if (article === undefined || ids === undefined) return fragment;
      const survey = surveyOf(name);
      const known = listIds(survey?.places ?? [], ids);
      return (
        findHeadingId(name, fragment, { posts: bySlug.get(name.slug) ?? [], article }) ??
        findFootnoteId(fragment, survey?.places ?? [], ids) ??
        (known.includes(fragment) || isState(fragment, { survey, ids, figures }) ? fragment : undefined)
      );
    },
  };
}

/** Finds the heading that a fragment named in the original text or in its translations, and returns its id after the import. */
function findHeadingId(
  { locale }: TextName,
  fragment: string,
  { posts, article }: { posts: readonly Post[]; article: ArticleIds },
): string | undefined {
  const own = article.headingIds.get(locale) ?? [];
  const inOrder = posts.toSorted((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
  for (const post of inOrder) {
    const at = post.sourceIds.get(fragment);
    // An id of the text itself is not looked up in other languages.
    if (at === undefined || (post.locale !== locale && own.includes(fragment))) continue;
    const id = article.headingIds.get(post.locale)?.[at] ?? '';
    if (id === '' || own.includes(id)) return id;
  }
  return undefined;
}

/** Maps the generated id of a footnote, or of a reference to it, to its id after the import. */
function findFootnoteId(
  fragment: string,
  places: PartialSurvey['places'],
  ids: readonly string[],
): string | undefined {
  const footnotes = [...places.entries()].filter(([, { kind }]) => kind === 'footnote');
  const before = footnotes.flatMap(([, place]) => listIds([place], [`fn-${place.text}`]));
  const after = footnotes.flatMap(([index, place]) => listIds([place], [ids[index] ?? '']));
  return after[before.indexOf(fragment)];
}

/** Returns whether a fragment names a valid state of a figure in the text: `cpu:preset=steady`. */
function isState(
  fragment: string,
  { survey, ids, figures }: { survey: PartialSurvey | undefined; ids: readonly string[]; figures: Figures },
): boolean {
  const { id, pairs } = parseStateFragment(fragment) ?? {};
  const block = id === undefined ? undefined : survey?.places[ids.indexOf(id)]?.blocks[0];
  const name = survey?.figures.find((placed) => placed.block === block)?.name ?? '';
  const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
  return pairs !== undefined && figure !== undefined && checkPairs(pairs, name, figure).length === 0;
}
