import type { Locale } from '../../locale/index.ts';
import type { Subjects } from '../contract/index.ts';
import type { Answer, Question, Search } from './answer.ts';
import { createIndexReader, type IndexReader, type IndexSource } from './index/reader.ts';
import { findTexts, type FoundTexts } from './find-texts.ts';
import { createOutlines, type Outlines } from './outline/outlines.ts';
import { suggestTerms } from './query/corrections.ts';
import { parseQuery } from './query/parse-query.ts';
import { showHits } from './show/show-hits.ts';
import { explain } from './show/explain.ts';
import { browserSource } from './index/browser-source.ts';
import type { RankedArticle } from './rank/rank-articles.ts';

/** Location of a site's index. */
export interface SearchOptions {
  /** Folder of the index, from the root of the host, with a trailing slash: `/kb/search/`. */
  folder: string;
  /** Base path of the site: `/kb/`. */
  base: string;
}

/** Maximum number of hits in an answer: readers refine a query rather than read on. */
const maxHits = 50;

/** Number of hits that are shown at once. */
const hitsPerPage = 20;

/** Creates a search engine over the index of a built site. It loads only what each query needs. */
export function createSearch({ folder, base }: SearchOptions): Search {
  return createSearchOn(browserSource(folder), base);
}

/** Creates a search engine over any index source. */
export function createSearchOn(source: IndexSource, base: string): Search {
  let index = openIndex(source);
  return {
    ask: async (question) => {
      const asked = index;
      try {
        return await answer(question, asked, base);
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

async function answer(question: Question, { reader, outlines }: OpenIndex, base: string): Promise<Answer> {
  const subjects = await reader.subjects();
  const query = parseQuery(question.query);
  if (query.words.length === 0) return emptyAnswer(question, subjects);
  const finding = await findTexts({ query, question, reader, outlines, subjects });
  return toAnswer(question, finding, { reader, subjects, base });
}

interface Showing {
  reader: IndexReader;
  subjects: Subjects;
  base: string;
}

async function toAnswer(
  { query, locale, topic, isTyping = false }: Question,
  finding: FoundTexts,
  { reader, subjects, base }: Showing,
): Promise<Answer> {
  const topics = countTopics(finding.articles, subjects, locale);
  const number = subjects.topics.findIndex(({ id }) => id === topic);
  const chosen = finding.articles.filter(
    ({ article }) => topic === undefined || subjects.articles[article]?.includes(number) === true,
  );
  const { cards } = await reader.manifest();
  // If the titles are in pieces, each hit loads one.
  const limit = (cards[locale]?.pieces ?? 0) > 1 ? hitsPerPage : maxHits;
  const hits = await showHits(chosen.slice(0, limit), {
    finding,
    locale,
    reader,
    subjects,
    base,
    isTyping,
  });
  const suggestions = hits.length > 0 || isTyping ? [] : await suggestTerms(finding.query, reader);
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
      label: labelIn(label, locale) ?? Object.values(label)[0] ?? id,
      count: articles.filter(({ article }) => all[article]?.includes(number) === true).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

function labelIn(labels: Readonly<Record<Locale, string>>, locale: Locale): string | undefined {
  return Object.hasOwn(labels, locale) ? labels[locale] : undefined;
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
