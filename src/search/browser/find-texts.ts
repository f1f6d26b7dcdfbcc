import { normalise, type Subjects } from '../contract/index.ts';
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
import type { OutlineDepth, Outlines } from './outline/outlines.ts';

/** Which articles answer a question, and how the question was read. */
export interface Finding {
  query: Query;
  /** Best first; each is there once. */
  articles: readonly RankedArticle[];
  /** Whether there is an article that has all that was asked for, as it was asked. */
  hasStrict: boolean;
  alternatives: readonly Alternative[];
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

/**
 * The articles that answer a question. Titles and upper headings in the reader's language are asked first, then deeper
 * ones, then those in other languages, each only where what came before isn't enough: it is as much again to load.
 */
export async function findTexts(ground: Ground): Promise<Finding> {
  const { query, question, reader, subjects } = ground;
  const { isLiteral = false, isTyping = false, locale } = question;
  const found = isTyping
    ? []
    : await readQuery(query, reader, {
        isLiteral,
        names: subjects.names,
        locate: async (alternatives) => locate(alternatives, reader),
      });
  const isForeign = isInOtherScript(query, locale);
  const byTitle = await findIn([locale], 'upper', found, ground);
  if (isTyping || isTitled(byTitle, isForeign)) return byTitle;
  await breathe();
  const own = await findIn([locale], 'all', found, ground);
  if (isEnough(own, isForeign)) return own;
  await breathe();
  const { locales } = await reader.manifest();
  return findIn([locale, ...locales.filter((other) => other !== locale)], 'all', found, ground);
}

/** Let what waits be done, such as drawing a key that was pressed meanwhile. */
async function breathe(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Whether deeper headings need not be looked at: a title or an upper heading says what was asked for, if with a slip, or all
 * the words stand together in a text. (What a deeper heading says as it was asked stands in its text too.)
 */
function isTitled({ articles, hasStrict }: Finding, isForeign: boolean): boolean {
  const [best] = articles;
  const [line] = best?.text.lines ?? [];
  if (best === undefined) return false;
  if (line?.isWhole === true && line.quality > 0.75) return true;
  if (isForeign) return false;
  return hasStrict ? best.score > 0.6 : (line?.quality ?? 0) > 0.65;
}

/** Whether texts in other languages need not be asked: a title says it, or for words in the reader's script a text does. */
function isEnough({ articles, hasStrict }: Finding, isForeign: boolean): boolean {
  const best = articles[0]?.score ?? 0;
  return isForeign ? best > 0.85 : hasStrict || best > 0.5;
}

/** Whether a query is in another script than the reader's language, so that texts in another may answer it better. */
function isInOtherScript({ words }: Query, locale: Locale): boolean {
  return words.some(({ kind }) => (kind === 'other') === (locale === 'ko'));
}

async function findIn(
  locales: readonly Locale[],
  depth: OutlineDepth,
  found: readonly FoundAlternative[],
  ground: Ground,
): Promise<Finding> {
  const { query, question, reader } = ground;
  const prepared = await Promise.all(locales.map(async (locale) => matchIn(locale, depth, ground)));
  const bodies = scoreTexts(query.words.length, found, lengthsOf(prepared.map(({ outline }) => outline)));
  const texts = prepared.flatMap(({ outline, matches }) => toTexts(outline, matches, bodies));
  const kept = await keepLiteral(texts, query, question, reader);
  const ranked = keepNear(rankArticles(kept, question.locale));
  return {
    query,
    articles: ranked,
    hasStrict: ranked.some(({ text }) => isStrict(text)),
    alternatives: found.map(({ alternative }) => alternative),
    outlineText: (match) => textOfLine(match, prepared),
  };
}

function textOfLine({ line }: LineMatch, prepared: readonly MatchedOutline[]): string {
  const outline = prepared.find(({ outline: { lines } }) => lines.includes(line))?.outline;
  const title = outline?.texts[line.text]?.[3] ?? '';
  return line.heading === undefined
    ? title
    : (outline?.headings[line.text]?.[line.heading]?.slice(1) ?? title);
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

/** Texts that are looked through for what must stand there as it was typed: each has to be loaded. */
const mostLookedThrough = 24;

/** The texts in which all that must stand as it was typed does: what is in quotation marks, or every word. */
async function keepLiteral(
  texts: readonly RankedText[],
  { quotes, words }: Query,
  { isLiteral = false, isTyping = false }: Question,
  reader: IndexReader,
): Promise<readonly RankedText[]> {
  const phrases = [...quotes, ...(isLiteral ? words.map(({ typed }) => typed) : [])].map((each) =>
    each.toLowerCase(),
  );
  if (phrases.length === 0 || isTyping) return texts;
  const likely = [...texts].sort((one, other) => other.score - one.score).slice(0, mostLookedThrough);
  const held = await Promise.all(
    likely.map(async (text) => {
      const { blocks } = await reader.text(text.id);
      const written = blocks.map((block) => normalise(block).toLowerCase());
      return phrases.every((phrase) => written.some((block) => block.includes(phrase))) ? [text] : [];
    }),
  );
  return held.flat();
}

interface MatchedOutline {
  outline: PreparedOutline;
  matches: readonly LineMatch[];
}

async function matchIn(
  locale: Locale,
  depth: OutlineDepth,
  { query, question, outlines, subjects }: Ground,
): Promise<MatchedOutline> {
  const { isLiteral = false } = question;
  const outline = await outlines(locale, depth);
  const lines = isLiteral ? toQueryLines(query, []).slice(0, 1) : toQueryLines(query, subjects.names);
  const choseong = isLiteral ? undefined : toChoseongWords(query);
  const matches = matchOutline(outline, lines, choseong);
  return { outline, matches: isLiteral ? matches.filter(({ by }) => by === undefined) : matches };
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
