import type { Subjects } from '../contract/index.ts';
import type { Locale } from '../../locale/index.ts';
import type { Question } from './answer.ts';
import type { IndexReader } from './index/reader.ts';
import { matchOutline, type LineMatch } from './outline/match-outline.ts';
import type { PreparedOutline } from './outline/prepare-outline.ts';
import { toChoseongWords, toQueryLines } from './outline/query-lines.ts';
import type { Alternative } from './query/alternative.ts';
import type { Query } from './query/parse-query.ts';
import { readQuery } from './query/read-query.ts';
import { rankArticles, scoreOf, type RankedArticle, type RankedText } from './rank/rank-articles.ts';
import { scoreTexts, type Lengths, type TextScore } from './rank/score-texts.ts';
import { joinPlaces, type FoundAlternative } from './rank/text-places.ts';
import type { Outlines } from './search.ts';

/** Which articles answer a question, and how the question was read. */
export interface Finding {
  query: Query;
  /** Best first; each is there once. */
  articles: readonly RankedArticle[];
  /** Whether there is an article that has all that was asked for, as it was asked. */
  hasStrict: boolean;
  alternatives: readonly Alternative[];
  /** Titles and headings that come near, for when nothing else does. */
  near: readonly LineMatch[];
  /** A title or heading as it is written. */
  outlineText: (match: LineMatch) => string;
}

/** All that finding needs. */
export interface Ground {
  query: Query;
  question: Question;
  reader: IndexReader;
  outlines: Outlines;
  subjects: Subjects;
}

/** The articles that answer a question. */
export async function findTexts(ground: Ground): Promise<Finding> {
  const { query, question, reader } = ground;
  const prepared = await outlinesFor(ground);
  const found =
    question.isTyping === true
      ? []
      : await readQuery(query, reader, {
          isLiteral: question.isLiteral ?? false,
          names: ground.subjects.names,
          locate: async (alternatives) => locate(alternatives, reader),
        });
  const outlines = prepared.map(({ outline }) => outline);
  const bodies = scoreTexts(query.words.length, found, lengthsOf(outlines));
  const texts = prepared.flatMap(({ outline, matches }) => toTexts(outline, matches, bodies));
  const ranked = rankArticles(texts, question.locale);
  const hasStrict = ranked.some(({ text }) => isStrict(text));
  return {
    query,
    articles: keepNear(ranked),
    hasStrict,
    alternatives: found.map(({ alternative }) => alternative),
    near: prepared.flatMap(({ matches }) => matches).slice(0, 5),
    outlineText: (match) => textOfLine(match, prepared),
  };
}

function textOfLine({ line }: LineMatch, prepared: readonly MatchedOutline[]): string {
  const outline = prepared.find(({ outline: { lines } }) => lines.includes(line))?.outline;
  const [, , , title = '', headings = []] = outline?.texts[line.text] ?? [];
  return line.heading === undefined ? title : (headings[line.heading]?.slice(1) ?? title);
}

/** Whether a text has all that was asked for, as it was asked. */
export function isStrict({ lines, body }: RankedText): boolean {
  const isWhole = lines.some((line) => line.isWhole && line.by === undefined);
  return isWhole || (body?.missing.length === 0 && body.rewritten.length === 0);
}

/** Far behind the best there is only chance. */
function keepNear(articles: readonly RankedArticle[]): RankedArticle[] {
  const best = articles[0]?.score ?? 0;
  return articles.filter(({ score }) => score >= Math.max(0.05, 0.3 * best));
}

interface MatchedOutline {
  outline: PreparedOutline;
  matches: readonly LineMatch[];
}

/** What the outlines say: that of the reader's language first, those of the others where that isn't enough. */
async function outlinesFor({
  query,
  question,
  outlines,
  reader,
  subjects,
}: Ground): Promise<MatchedOutline[]> {
  const { locales } = await reader.manifest();
  const { names } = subjects;
  const lines =
    question.isLiteral === true ? toQueryLines(query, []).slice(0, 1) : toQueryLines(query, names);
  const choseong = question.isLiteral === true ? undefined : toChoseongWords(query);
  const match = async (locale: Locale): Promise<MatchedOutline> => {
    const outline = await outlines(locale);
    return { outline, matches: matchOutline(outline, lines, choseong) };
  };
  const own = await match(question.locale);
  const others = locales.filter((locale) => locale !== question.locale);
  const isEnough = (own.matches[0]?.quality ?? 0) > 0.85;
  if (question.isTyping === true || isEnough)
    return [own, ...(await emptyOutlines(others, outlines, question))];
  return [own, ...(await Promise.all(others.map(match)))];
}

/** Other languages' outlines say whose texts are whose, though their titles were not asked. */
async function emptyOutlines(
  locales: readonly Locale[],
  outlines: Outlines,
  { isTyping }: Question,
): Promise<MatchedOutline[]> {
  if (isTyping === true) return [];
  return Promise.all(locales.map(async (locale) => ({ outline: await outlines(locale), matches: [] })));
}

async function locate(
  alternatives: readonly Alternative[],
  reader: IndexReader,
): Promise<FoundAlternative[]> {
  return Promise.all(
    alternatives.map(async (alternative) => {
      const lists = await Promise.all(alternative.terms.map(async (term) => reader.places(term)));
      return { alternative, texts: joinPlaces(lists) };
    }),
  );
}

function lengthsOf(outlines: readonly PreparedOutline[]): Lengths {
  const lengths = new Map(
    outlines.flatMap(({ texts }) => texts.map(([, id, length]) => [id, length] as const)),
  );
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  return {
    of: (id) => lengths.get(id) ?? 0,
    average: Math.max(1, total / Math.max(1, lengths.size)),
    texts: lengths.size,
  };
}

function toTexts(
  { locale, texts }: PreparedOutline,
  matches: readonly LineMatch[],
  bodies: ReadonlyMap<string, TextScore>,
): RankedText[] {
  const perText = Map.groupBy(matches, ({ line }) => line.text);
  return texts.flatMap(([article, id], number) => {
    const lines = perText.get(number) ?? [];
    const body = bodies.get(id);
    if (lines.length === 0 && body === undefined) return [];
    return [{ id, locale, article, lines, body, score: scoreOf(lines, body) }];
  });
}
