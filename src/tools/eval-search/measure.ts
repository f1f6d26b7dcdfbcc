import type { Browser, Page } from '@playwright/test';
import { countBytes, listLoadedUrls } from './count-bytes.ts';

import { sampleEvenly, samplePerClass, type EvalQuery } from './queries.ts';
import type { QueryResult, Loaded, Measured } from './report.ts';

import {
  runQuery,
  openSearchPage,
  pasteQuery,
  readResults,
  timeQuery,
  typeQuery,
  type SearchResults,
} from './search-page.ts';

/** A search that is being served, and the addresses of its pages. */
export interface ServedSearch {
  /** Search page of a language, on which success is measured. */
  pageIn: (locale: string) => string;
  /** Search page on which bytes are measured. The page for stock Pagefind shows five hits there, as Pagefind’s own interface does. */
  lightPageIn: (locale: string) => string;
  /** Another page of the site. What it loads is not counted as search. */
  ordinaryPageIn: ((locale: string) => string) | undefined;
  indexBytes: number;
}

/** Delay between keystrokes in typed queries. */
const msPerKey = 60;

/** Number of queries that are typed key by key. */
const typedQueries = 30;

/** Runs all queries on a search, and measures the bytes that it loads for a sample of each class. */
export async function measureSearch(
  browser: Browser,
  search: ServedSearch,
  queries: readonly EvalQuery[],
  sample: number,
  report: (progress: string) => void,
): Promise<Measured> {
  const results = await runAll(browser, search, queries, report);
  const weighed = samplePerClass(queries, sample);
  report(`weighing ${weighed.length} queries`);
  const firsts = await weighFirst(browser, search, weighed);
  const further = await weighFurther(browser, search, weighed);
  report(`typing ${Math.min(typedQueries, weighed.length)} queries`);
  const typing = await weighTyping(browser, search, sampleEvenly(weighed, typedQueries));
  return {
    results,
    loaded: firsts.map(({ query, bytes }): Loaded => ({
      query,
      firstBytes: bytes,
      furtherBytes: further.get(query.id),
    })),
    typing,
    otherByAddress: firsts
      .filter(({ query, slugs }) => hasOtherResults(query, slugs, results))
      .map(({ query }) => query),
    indexBytes: search.indexBytes,
  };
}

/** Runs queries on one page per language: once for the results, and again for the time they take with the index loaded. */
async function runAll(
  browser: Browser,
  search: ServedSearch,
  queries: readonly EvalQuery[],
  report: (progress: string) => void,
): Promise<QueryResult[]> {
  const results: QueryResult[] = [];
  for (const [locale, group] of Map.groupBy(queries, (query) => query.locale)) {
    await withPage(browser, search.pageIn(locale), async (page) => {
      const answers: { query: EvalQuery; found: SearchResults }[] = [];
      report(`asking ${group.length} queries in ${locale}`);
      for (const query of group)
        answers.push({ query, found: await nameQuery(query, runQuery(page, query.q)) });
      report(`timing them`);
      for (const { query, found } of answers) {
        const ms = await nameQuery(query, timeQuery(page, query.q));
        results.push({ query, found: slugsIn(found), notices: found.notices, ms });
      }
    });
  }
  return results;
}

async function weighFirst(browser: Browser, search: ServedSearch, queries: readonly EvalQuery[]) {
  const ordinary = await ordinaryLoads(browser, search, queries);
  const weighed: { query: EvalQuery; bytes: number; slugs: string[] }[] = [];
  for (const query of queries) {
    const context = await browser.newContext();
    const bytes = countBytes(context, ordinary);
    const page = await nameQuery(query, openSearchPage(context, search.lightPageIn(query.locale), query.q));
    weighed.push({ query, bytes: await bytes.take(), slugs: slugsIn(await readResults(page)) });
    await context.close();
  }
  return weighed;
}

/** Measures the bytes of further queries. The first query of each language opens the page and is not counted. */
async function weighFurther(
  browser: Browser,
  search: ServedSearch,
  queries: readonly EvalQuery[],
): Promise<Map<string, number>> {
  const ordinary = await ordinaryLoads(browser, search, queries);
  const weighed = new Map<string, number>();
  for (const [locale, [first, ...others]] of Map.groupBy(queries, (query) => query.locale)) {
    const context = await browser.newContext();
    const bytes = countBytes(context, ordinary);
    const page = await openSearchPage(context, search.lightPageIn(locale), first?.q);
    await bytes.take();
    for (const query of others) {
      await nameQuery(query, runQuery(page, query.q));
      weighed.set(query.id, await bytes.take());
    }
    await context.close();
  }
  return weighed;
}

async function weighTyping(
  browser: Browser,
  search: ServedSearch,
  queries: readonly EvalQuery[],
): Promise<Measured['typing']> {
  const ordinary = await ordinaryLoads(browser, search, queries);
  const weigh = async (query: EvalQuery, enter: (page: Page) => Promise<void>): Promise<number> => {
    const context = await browser.newContext();
    const bytes = countBytes(context, ordinary);
    await nameQuery(query, openSearchPage(context, search.lightPageIn(query.locale)).then(enter));
    const taken = await bytes.take();
    await context.close();
    return taken;
  };
  const typing: { query: EvalQuery; typedBytes: number; pastedBytes: number }[] = [];
  for (const query of queries) {
    const pastedBytes = await weigh(query, async (page) => pasteQuery(page, query.q));
    const typedBytes = await weigh(query, async (page) => typeQuery(page, query.q, msPerKey));
    typing.push({ query, typedBytes, pastedBytes });
  }
  return typing;
}

async function ordinaryLoads(
  browser: Browser,
  { ordinaryPageIn }: ServedSearch,
  queries: readonly EvalQuery[],
): Promise<Set<string>> {
  if (ordinaryPageIn === undefined) return new Set();
  const context = await browser.newContext();
  const locales = [...new Set(queries.map(({ locale }) => locale))];
  const loaded = await Promise.all(
    locales.map(async (locale) => listLoadedUrls(context, ordinaryPageIn(locale))),
  );
  await context.close();
  return new Set(loaded.flatMap((urls) => [...urls]));
}

async function withPage(
  browser: Browser,
  address: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  try {
    await use(await openSearchPage(context, address));
  } finally {
    await context.close();
  }
}

/** Names the query in the error if its page never shows an answer. */
async function nameQuery<T>({ id, q }: EvalQuery, answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw new Error(`The search page did not answer ${id}, ${JSON.stringify(q)}`, { cause: error });
  });
}

function slugsIn({ hits }: SearchResults): string[] {
  return hits.map(({ slug }) => slug);
}

/** Compares results by address with those by typing. The page that shows fewer hits must show the same first ones. */
function hasOtherResults(
  query: EvalQuery,
  slugs: readonly string[],
  results: readonly QueryResult[],
): boolean {
  const found = results.find((each) => each.query === query)?.found ?? [];
  return slugs.some((slug, index) => slug !== found[index]) || (slugs.length === 0 && found.length > 0);
}
