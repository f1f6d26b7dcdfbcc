import type { Locale } from '../../locale/index.ts';
import type { Subjects } from '../contract/index.ts';
import type { Answer, Question, Search } from './answer.ts';
import { createIndexReader, type IndexReader, type IndexSource } from './index/reader.ts';
import { limitTerms } from './index/limit-terms.ts';
import { inLocale } from './index/pieces.ts';
import { findTexts, findTitles, loadEarly, type FoundTexts } from './find-texts.ts';
import { createOutlines, type Outlines } from './outline/outlines.ts';
import { suggestTerms } from './query/corrections.ts';
import { parseQuery } from './query/parse-query.ts';
import { showHits } from './show/show-hits.ts';
import { explain } from './show/explain.ts';
import { browserSource, type EarlyLoading } from './index/browser-source.ts';
import type { RankedArticle } from './rank/rank-articles.ts';

/** Location of a site's index. */
export interface SearchOptions extends EarlyLoading {
  /** Folder of the index, from the root of the host, with a trailing slash: `/kb/search/`. */
  folder: string;
  /** Base path of the site: `/kb/`. */
  base: string;
}

/** Maximum number of hits in an answer: readers refine a query rather than read on. */
const maxHits = 50;

/** Number of hits that are shown at once. */
const hitsPerPage = 20;

/** Number of hits by title that are shown before the rest, if each loads a file: browsers send six requests to a host at once. */
const firstHits = 5;

/** Creates a search engine over the index of a built site. It loads only what each query needs. */
export function createSearch({ folder, base, ...early }: SearchOptions): Search {
  return createSearchOn(browserSource(folder, early), base);
}

/** Creates a search engine over any index source. */
export function createSearchOn(source: IndexSource, base: string): Search {
  let index = openIndex(source);
  return {
    preload: (locale, query) => {
      const { reader } = index;
      // If a file can't be loaded, the query reports it.
      for (const each of [reader.subjects(), loadEarly(parseQuery(query), locale, index)])
        each.catch(() => undefined);
    },
    ask: async (question, onEarlier) => {
      const asked = index;
      try {
        return await answer(question, asked, { base, onEarlier });
      } catch (error) {
        // The index may have been replaced meanwhile, or be damaged even in the HTTP cache, so a retry reads all of it again.
        if (index === asked) index = openIndex(source, 'reload');
        throw error;
      }
    },
  };
}

/** An open index, with everything that was read of it. */
interface OpenIndex {
  reader: IndexReader;
  outlines: Outlines;
}

function openIndex(source: IndexSource, cache?: RequestCache): OpenIndex {
  const reader = createIndexReader(source, cache);
  return { reader, outlines: createOutlines(reader) };
}

interface AnswerOptions {
  base: string;
  onEarlier: ((answer: Answer) => void) | undefined;
}

async function answer(
  question: Question,
  { reader: unlimited, outlines }: OpenIndex,
  { base, onEarlier }: AnswerOptions,
): Promise<Answer> {
  const reader = limitTerms(unlimited);
  const query = parseQuery(question.query);
  const isPartial = question.isTyping === true;
  if (!isPartial && query.words.length > 0)
    loadEarly(query, question.locale, { reader, outlines }).catch(() => undefined);
  const subjects = await reader.subjects();
  if (query.words.length === 0) return emptyAnswer(question, subjects);
  const context = { query, question, reader, outlines, subjects };
  const showing = { reader, subjects, base };
  if (isPartial) return toAnswer(question, await findTitles(context), { ...showing, isBrief: true });
  const byTitle = findTitles(context);
  const found = findTexts(context, byTitle);
  const whole = found.then(async (known) => toAnswer(question, known, { ...showing, isBrief: false }));
  const brief = found.then(async (known) => toAnswer(question, known, { ...showing, isBrief: true }));
  const titles = byTitle.then(async (known) =>
    toAnswer(question, known, { ...showing, isBrief: true, limit: firstHits }),
  );
  const steps = [tellBefore(brief, titles, onEarlier), tellBefore(whole, brief, onEarlier)];
  return whole.catch(async (error: unknown) => {
    // What is known is shown beside the error.
    await Promise.all(steps);
    throw error;
  });
}

/** An answer that is complete this soon, as from a warm cache, is drawn once. */
const earlierAfterMs = 40;

/**
 * Passes on what is known of an answer, unless the rest of it comes soon, or first. If the rest fails, it is passed on, too. Its own failure is
 * left to the whole answer.
 */
async function tellBefore(
  rest: Promise<unknown>,
  known: Promise<Answer>,
  onEarlier: ((answer: Answer) => void) | undefined,
): Promise<void> {
  const isComplete = rest.then(
    () => true,
    () => false,
  );
  const isLate = Promise.all([known, wait(earlierAfterMs)]).then(() => false);
  try {
    const earlier = (await Promise.race([isComplete, isLate])) ? undefined : await known;
    // That nothing is known yet says nothing.
    if (earlier !== undefined && earlier.hits.length > 0) onEarlier?.(earlier);
  } catch {}
}

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

interface Showing {
  reader: IndexReader;
  subjects: Subjects;
  base: string;
  /** Maximum number of hits if each loads a file. */
  limit?: number | undefined;
  /** Whether to load nothing but titles. */
  isBrief: boolean;
}

async function toAnswer(
  { query, locale, topic, isTyping = false }: Question,
  finding: FoundTexts,
  { reader, subjects, base, isBrief, limit: limitOfMany = hitsPerPage }: Showing,
): Promise<Answer> {
  const topics = countTopics(finding.articles, subjects, locale);
  const number = subjects.topics.findIndex(({ id }) => id === topic);
  const chosen = finding.articles.filter(
    ({ article }) => topic === undefined || subjects.articles[article]?.includes(number) === true,
  );
  const { cards } = await reader.manifest();
  // If the titles are in pieces, each hit loads one.
  const limit = (cards[locale]?.pieces ?? 0) > 1 ? limitOfMany : maxHits;
  const hits = await showHits(chosen.slice(0, limit), {
    finding,
    locale,
    reader,
    subjects,
    base,
    isBrief,
    isTyping,
  });
  const suggestions = hits.length > 0 || isBrief ? [] : await suggestTerms(finding.query, reader);
  return { query, ...explain(finding, chosen), hits, topics, suggestions };
}

/** Counts the matching articles per topic; for an empty query, all articles. */
function countTopics(
  articles: readonly Pick<RankedArticle, 'article'>[],
  { articles: all, topics }: Subjects,
  locale: Locale,
): Answer['topics'] {
  return topics
    .map(({ id, label }, number) => ({
      id,
      label: inLocale(label, locale) ?? Object.values(label)[0] ?? id,
      count: articles.filter(({ article }) => all[article]?.includes(number) === true).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

function emptyAnswer({ query, locale }: Question, subjects: Subjects): Answer {
  const all = subjects.articles.map((_, article) => ({ article }));
  return {
    query,
    rewritings: [],
    leftOut: [],
    hits: [],
    topics: countTopics(all, subjects, locale),
    suggestions: [],
  };
}
