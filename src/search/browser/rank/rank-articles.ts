import type { Locale } from '../../../locale/index.ts';
import type { LineMatch } from '../outline/match-outline.ts';
import type { TextScore } from './score-texts.ts';

/** A text that answers a query, with all that is known of how. */
export interface RankedText {
  id: string;
  locale: Locale;
  /** Number of its article. */
  article: number;
  score: number;
  /** Its title and headings that match, best first. */
  lines: readonly LineMatch[];
  body: TextScore | undefined;
}

/** An article that answers a query. */
export interface RankedArticle {
  article: number;
  score: number;
  /** The text by which it does: the reader's language if that answers about as well as any. */
  text: RankedText;
}

/** What a match in the body counts against one in a title, which counts 1. */
const bodyWeight = 0.8;

/** How much less the body counts where a title or heading says it all. */
const headingOverBody = 0.65;

/** The score of a text whose lines and body match so. */
export function scoreOf(lines: readonly LineMatch[], body: TextScore | undefined): number {
  const [first, second] = lines;
  const heading = first?.quality ?? 0;
  // Matching in a second heading says a little more.
  const more = 0.03 * (second?.quality ?? 0);
  return heading + more + bodyWeight * (1 - headingOverBody * heading) * (body?.score ?? 0);
}

/** Articles by how well their best text answers; one in the reader's language wins against its like in another. */
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
