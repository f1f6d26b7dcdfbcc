import type { Locale } from '../../../locale/index.ts';
import type { LineMatch } from '../outline/match-outline.ts';
import type { TextScore } from './score-texts.ts';

/** A text that matches a query, with its score. */
export interface RankedText {
  id: string;
  locale: Locale;
  /** Index of the article that has the text. */
  article: number;
  score: number;
  /** Matching title and headings, best first. */
  lines: readonly LineMatch[];
  body: TextScore | undefined;
}

/** An article that matches a query. */
export interface RankedArticle {
  article: number;
  score: number;
  /** The text to show: the best match, or the one in the reader's language if that scores about as well. */
  text: RankedText;
}

/** Weight of a match in the body, relative to one in the title. */
const bodyWeight = 0.8;

/** Discount on the body score if a title or heading matches fully. */
const headingOverBody = 0.65;

/** Combines the scores of a text's title and headings and of its body. */
export function scoreOf(lines: readonly LineMatch[], body: TextScore | undefined): number {
  const [first, second] = lines;
  const heading = first?.quality ?? 0;
  // A second matching heading is a weak signal.
  const more = 0.03 * (second?.quality ?? 0);
  return heading + more + bodyWeight * (1 - headingOverBody * heading) * (body?.score ?? 0);
}

/** Ranks articles by their best text. In a tie, a text in the reader's language wins. */
export function rankArticles(texts: readonly RankedText[], locale: Locale): RankedArticle[] {
  const articles = Map.groupBy(texts, ({ article }) => article);
  return [...articles]
    .map(([article, group]): RankedArticle | undefined => {
      const own = group.find((text) => text.locale === locale);
      const best = group.reduce<RankedText | undefined>(
        (one, other) => (one === undefined || other.score > one.score ? other : one),
        undefined,
      );
      if (best === undefined) return undefined;
      const text = own !== undefined && own.score >= 0.6 * best.score ? own : best;
      const isForeign = own === undefined || own.score < best.score;
      return { article, score: best.score * (isForeign ? 0.97 : 1), text };
    })
    .filter((each) => each !== undefined)
    .sort((one, other) => other.score - one.score || one.article - other.article);
}
