import { normalize, type Subjects } from '../contract/index.ts';
import type { Locale } from '../../locale/index.ts';
import type { Question } from './answer.ts';
import { limitTerms } from './index/limit-terms.ts';
import type { IndexReader } from './index/reader.ts';
import { matchOutline, type LineMatch } from './outline/match-outline.ts';
import { toInnerKeyRanges, toKeyRanges } from './outline/query-keys.ts';
import { toChoseongWords, toQueryLines } from './outline/query-lines.ts';
import type { Alternative } from './query/alternative.ts';
import type { Query, QueryWord } from './query/parse-query.ts';
import { interpretQuery, lacksWord, loadWords } from './query/interpret-query.ts';
import { findPartners } from './query/partners.ts';
import type { Form } from './query/word-forms.ts';
import { splitGlued, type Locate } from './query/split-glued.ts';
import { rankArticles, scoreOf, type RankedArticle, type RankedText } from './rank/rank-articles.ts';
import { scoreTexts, type Lengths, type TextScore } from './rank/score-texts.ts';
import { joinPlaces, type FoundAlternative } from './rank/text-places.ts';
import type { OutlineDepth, Outlines } from './outline/outlines.ts';
import { readBlocks } from './index/texts.ts';

/** Articles that match a question, and how the question was read. */
export interface FoundTexts {
  query: Query;
  /** Best first, each article once. */
  articles: readonly RankedArticle[];
  /** Whether any article contains everything that was asked for, as typed. */
  hasFullMatch: boolean;
  alternatives: readonly Alternative[];
}

/** The query, its options, and the index it is searched in. */
interface SearchContext {
  query: Query;
  question: Question;
  reader: IndexReader;
  outlines: Outlines;
  subjects: Subjects;
}

/** Finds the articles whose titles or upper headings match a question, before anything else is loaded. */
export async function findTitles(context: SearchContext): Promise<FoundTexts> {
  return findIn([context.question.locale], 'upper', [], context);
}

/** Loads what any answer to a query needs, before it is known what more. */
export async function loadEarly(
  query: Query,
  locale: Locale,
  { reader, outlines }: Pick<SearchContext, 'reader' | 'outlines'>,
): Promise<void> {
  const lines = toQueryLines(query, []).slice(0, 1);
  await Promise.all([
    loadWords(query.words, limitTerms(reader)),
    outlines.load(locale, toKeyRanges(lines, toChoseongWords(query))),
    // Browsers send a few requests at once, and Pagefind is needed only after the lexicon.
    reader
      .manifest()
      .then(yieldToMain)
      .then(async () => reader.open()),
  ]);
}

/**
 * Finds the articles that match a question. It searches titles and upper headings in the reader's language, then deeper
 * headings, then other languages, and stops at the first stage with a good match, since each stage doubles what is
 * loaded.
 *
 * @param titles see {@link findTitles}
 */
export async function findTexts(typed: SearchContext, titles: Promise<FoundTexts>): Promise<FoundTexts> {
  const { question, reader, subjects } = typed;
  const { isLiteral = false, locale } = question;
  const same = isLiteral ? [] : await loadWords(typed.query.words, reader);
  loadLines(typed, same, titles).catch(() => undefined);
  const locateIn: Locate = async (alternatives) => locate(alternatives, reader);
  const split = isLiteral ? typed.query : await splitGlued(typed.query, reader, locateIn);
  const found = await interpretQuery(split, reader, { isLiteral, names: subjects.names, locate: locateIn });
  const query = withSounds(split, found);
  const context = { ...typed, query };
  const { locales } = await reader.manifest();
  const isForeign = locales.length > 1 && isInOtherScript(query, locale);
  const byTitle = await findIn([locale], 'upper', found, context);
  if (isAnsweredByTitle(byTitle, isForeign)) return byTitle;
  await yieldToMain();
  const own = await findIn([locale], 'all', found, context);
  if (isAnswered(own, isForeign)) return own;
  await yieldToMain();
  const meant = isLiteral ? [] : await locate(await findPartners(found, reader), reader);
  const all = [locale, ...locales.filter((other) => other !== locale)];
  return findIn(all, 'all', [...found, ...meant], context);
}

/**
 * Loads further titles and headings as soon as it is certain that they are needed, while postings are loading: those with words in the other
 * script; and deeper headings if no title matches, and the lexicon lacks a word, so that no text can have the query as typed.
 */
async function loadLines(
  context: SearchContext,
  same: readonly (readonly Form[])[],
  titles: Promise<FoundTexts>,
): Promise<void> {
  const { question, query, reader } = context;
  const words = query.words.map((word, at) => addSame(word, same[at] ?? []));
  const isDeeper =
    question.isLiteral !== true &&
    (await lacksWord(query.words, reader)) &&
    !isAnsweredByTitle(await titles, false);
  if (isDeeper || words.some((word) => word.same !== undefined))
    await findOutline(question.locale, isDeeper ? 'all' : 'upper', {
      ...context,
      query: { ...query, words },
    });
}

function addSame(word: QueryWord, same: readonly Pick<Form, 'term' | 'quality'>[]): QueryWord {
  return same.length === 0
    ? word
    : { ...word, same: same.map(({ term, quality }) => ({ text: term, quality })) };
}

/** Adds to each word what it is in the other script, so that titles are compared with that, too. */
function withSounds(query: Query, found: readonly FoundAlternative[]): Query {
  const sounds = found.map(({ alternative }) => alternative).filter(({ by }) => by === 'sound');
  if (sounds.length === 0) return query;
  const words = query.words.map((word, at): QueryWord => {
    const same = sounds
      .filter(({ from, to }) => from === at && to === at + 1)
      .flatMap(({ terms, quality }) => terms.map((term) => ({ term, quality })));
    return addSame(word, same);
  });
  return { ...query, words, written: query.written.map((word) => words[query.words.indexOf(word)] ?? word) };
}

/** Yields to the main thread, so that pending tasks run, such as painting a typed letter. */
async function yieldToMain(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Returns whether deeper headings can be skipped: a title or upper heading matches the query (typos allowed), or all words
 * occur together in a text. (A deeper heading that matches exactly is also found in its text.)
 */
function isAnsweredByTitle({ articles, hasFullMatch }: FoundTexts, isForeign: boolean): boolean {
  const [best] = articles;
  const [line] = best?.text.lines ?? [];
  if (best === undefined) return false;
  if (line?.isWhole === true && line.quality > 0.75) return true;
  if (isForeign) return false;
  return hasFullMatch ? best.score > 0.6 : (line?.quality ?? 0) > 0.65;
}

/**
 * Returns whether other languages can be skipped: a title matches or, for a query in the script of the reader's language, a
 * text does.
 */
function isAnswered({ articles, hasFullMatch }: FoundTexts, isForeign: boolean): boolean {
  const best = articles[0]?.score ?? 0;
  return isForeign ? best > 0.85 : hasFullMatch || best > 0.5;
}

/**
 * Returns whether the query is in another script than the reader's language, so that texts in another language may match
 * better.
 */
function isInOtherScript({ words }: Query, locale: Locale): boolean {
  return words.some(({ kind }) => (kind === 'other') === (locale === 'ko'));
}

async function findIn(
  locales: readonly Locale[],
  depth: OutlineDepth,
  found: readonly FoundAlternative[],
  context: SearchContext,
): Promise<FoundTexts> {
  const { query, question, reader, subjects } = context;
  const prepared = await Promise.all(locales.map(async (locale) => matchIn(locale, depth, context)));
  const bodies = scoreTexts(query.words, found, lengthsOf(locales, subjects));
  const texts = toTexts(withoutMended(prepared.flat(), query, found), bodies, subjects);
  const result = await filterLiteral(texts, query, question, reader);
  const ranked = dropWeak(rankArticles(result, question.locale));
  return {
    query,
    articles: ranked,
    hasFullMatch: ranked.some(({ text }) => isFullMatch(text)),
    alternatives: found.map(({ alternative }) => alternative),
  };
}

/** Drops titles and headings that match only with a typo corrected if a text has the query exactly as typed, word by word. */
function withoutMended(
  matches: readonly LineMatch[],
  { words }: Query,
  found: readonly FoundAlternative[],
): readonly LineMatch[] {
  const asTyped = words.map((_, at) =>
    found.find(({ alternative: { from, to, quality } }) => from === at && to === at + 1 && quality === 1),
  );
  const [first, ...others] = asTyped;
  const isTyped = [...(first?.texts ?? [])].some(([id, places]) =>
    places.some((place) => others.every((other, at) => other?.texts.get(id)?.includes(place + at + 1))),
  );
  return isTyped ? matches.filter(({ by }) => by !== 'spelling') : matches;
}

/** Returns whether a text contains everything that was asked for, as typed. */
export function isFullMatch({ lines, body }: RankedText): boolean {
  const isWhole = lines.some((line) => line.isWhole && line.by === undefined);
  return isWhole || (body?.missing.length === 0 && body.rewritten.length === 0);
}

/** Drops articles that score far below the best and lack a word of the query: they match by chance. */
function dropWeak(articles: readonly RankedArticle[]): RankedArticle[] {
  const best = articles[0]?.score ?? 0;
  return articles.filter(({ score, text }) => score >= 0.3 * best || text.body?.missing.length === 0);
}

/** Maximum number of texts that are loaded to check literal phrases. */
const maxTextsSearched = 24;

/** Returns the texts that contain each quoted phrase or, for a literal query, each word as typed. */
async function filterLiteral(
  texts: readonly RankedText[],
  { quotes, words }: Query,
  { isLiteral = false, isTyping = false }: Question,
  reader: IndexReader,
): Promise<readonly RankedText[]> {
  const phrases = [...quotes, ...(isLiteral ? words.map(({ typed }) => typed) : [])].map((each) =>
    each.toLowerCase(),
  );
  if (phrases.length === 0 || isTyping) return texts;
  const likely = [...texts].sort((one, other) => other.score - one.score).slice(0, maxTextsSearched);
  const matching = await Promise.all(
    likely.map(async (text) => {
      const written = (await readBlocks(Number(text.id), reader)).map((block) =>
        normalize(block).toLowerCase(),
      );
      return phrases.every((phrase) => written.some((block) => block.includes(phrase))) ? [text] : [];
    }),
  );
  return matching.flat();
}

async function matchIn(
  locale: Locale,
  depth: OutlineDepth,
  context: SearchContext,
): Promise<readonly LineMatch[]> {
  const { lines, choseong, outline } = await findOutline(locale, depth, context);
  const matches = matchOutline(outline, lines, choseong);
  return context.question.isLiteral === true ? matches.filter(({ by }) => by === undefined) : matches;
}

/** Loads the titles and headings that a query may match. */
async function findOutline(
  locale: Locale,
  depth: OutlineDepth,
  { query, question, outlines, subjects }: SearchContext,
) {
  const { isLiteral = false, isTyping = false } = question;
  const lines = isLiteral ? toQueryLines(query, []).slice(0, 1) : toQueryLines(query, subjects.names);
  const choseong = isLiteral ? undefined : toChoseongWords(query);
  // Unlikely readings would load pieces for nothing if a likelier one matches.
  const likely = lines.filter(({ by }) => depth === 'all' || by !== 'layout');
  const inner = depth === 'all' ? toInnerKeyRanges(query.words) : [];
  const ranges = [...toKeyRanges(likely, choseong), ...inner];
  return { lines, choseong, outline: await outlines.find(locale, depth, ranges, isTyping) };
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

function lengthsOf(locales: readonly Locale[], { texts }: Subjects): Lengths {
  const known = texts.filter(({ locale }) => locales.includes(locale));
  const total = known.reduce((sum, { words }) => sum + words, 0);
  return {
    of: (id) => {
      const text = texts[Number(id)];
      return text !== undefined && locales.includes(text.locale) ? text.words : 0;
    },
    average: Math.max(1, total / Math.max(1, known.length)),
    texts: known.length,
  };
}

function toTexts(
  matches: readonly LineMatch[],
  bodies: ReadonlyMap<string, TextScore>,
  { texts }: Subjects,
): RankedText[] {
  const perText = Map.groupBy(matches, ({ line }) => String(line.text));
  return [...new Set([...perText.keys(), ...bodies.keys()])].map((id) => {
    const { locale = '', article = -1 } = texts[Number(id)] ?? {};
    const lines = perText.get(id) ?? [];
    const body = bodies.get(id);
    return { id, locale, article, lines, body, score: scoreOf(lines, body) };
  });
}
