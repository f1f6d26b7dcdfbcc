import type { Browser, Page } from '@playwright/test';
import { countBytes, loadedBy } from './count-bytes.ts';

import { sampleEvenly, samplePerClass, type EvalQuery } from './queries.ts';
import type { Asked, Loaded, Measured } from './report.ts';

import {
  ask,
  openSearchPage,
  pasteQuery,
  readFound,
  timeQuery,
  typeQuery,
  type Found,
} from './search-page.ts';

/** A search that is served, ready to be asked. */
export interface ServedSearch {
  /** Address of its page in a language, on which success is measured. */
  pageIn: (locale: string) => string;
  /** Address of the page on which bytes are: stock’s shows five hits there, as its own interface does. */
  lightPageIn: (locale: string) => string;
  /** Address of a page of the same site that is no search page; what that loads is not search’s. */
  ordinaryPageIn: ((locale: string) => string) | undefined;
  indexBytes: number;
}

/** How fast keys follow each other in typed queries. */
const msPerKey = 60;

/** How many queries are typed. */
const typedQueries = 30;

/** Ask a search all queries, and weigh it on some of each class. */
export async function measureSearch(
  browser: Browser,
  search: ServedSearch,
  queries: readonly EvalQuery[],
  sample: number,
  say: (progress: string) => void,
): Promise<Measured> {
  const asked = await askAll(browser, search, queries, say);
  const weighed = samplePerClass(queries, sample);
  say(`weighing ${weighed.length} queries`);
  const firsts = await weighFirst(browser, search, weighed);
  const further = await weighFurther(browser, search, weighed);
  say(`typing ${Math.min(typedQueries, weighed.length)} queries`);
  const typing = await weighTyping(browser, search, sampleEvenly(weighed, typedQueries));
  return {
    asked,
    loaded: firsts.map(({ query, bytes }): Loaded => ({
      query,
      firstBytes: bytes,
      furtherBytes: further.get(query.id),
    })),
    typing,
    otherByAddress: firsts
      .filter(({ query, slugs }) => isOther(query, slugs, asked))
      .map(({ query }) => query),
    indexBytes: search.indexBytes,
  };
}

/** On one page of each language: first for what is found, and once more for the time it takes when all is loaded. */
async function askAll(
  browser: Browser,
  search: ServedSearch,
  queries: readonly EvalQuery[],
  say: (progress: string) => void,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [locale, group] of Map.groupBy(queries, (query) => query.locale)) {
    await withPage(browser, search.pageIn(locale), async (page) => {
      const answers: { query: EvalQuery; found: Found }[] = [];
      say(`asking ${group.length} queries in ${locale}`);
      for (const query of group) answers.push({ query, found: await asking(query, ask(page, query.q)) });
      say(`timing them`);
      for (const { query, found } of answers) {
        const ms = await asking(query, timeQuery(page, query.q));
        asked.push({ query, found: slugsIn(found), notices: found.notices, ms });
      }
    });
  }
  return asked;
}

async function weighFirst(browser: Browser, search: ServedSearch, queries: readonly EvalQuery[]) {
  const ordinary = await ordinaryLoads(browser, search, queries);
  const weighed: { query: EvalQuery; bytes: number; slugs: string[] }[] = [];
  for (const query of queries) {
    const context = await browser.newContext();
    const bytes = countBytes(context, ordinary);
    const page = await asking(query, openSearchPage(context, search.lightPageIn(query.locale), query.q));
    weighed.push({ query, bytes: await bytes.take(), slugs: slugsIn(await readFound(page)) });
    await context.close();
  }
  return weighed;
}

/** The first query of each language opens the page; the others come after it. */
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
      await asking(query, ask(page, query.q));
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
    await asking(query, openSearchPage(context, search.lightPageIn(query.locale)).then(enter));
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
  const loaded = await Promise.all(locales.map(async (locale) => loadedBy(context, ordinaryPageIn(locale))));
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

/** A query that a page never answers is named. */
async function asking<T>({ id, q }: EvalQuery, answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw new Error(`The search page did not answer ${id}, ${JSON.stringify(q)}`, { cause: error });
  });
}

function slugsIn({ hits }: Found): string[] {
  return hits.map(({ slug }) => slug);
}

/** A light page may show fewer, and they must be the same as far as they go. */
function isOther(query: EvalQuery, slugs: readonly string[], asked: readonly Asked[]): boolean {
  const found = asked.find((each) => each.query === query)?.found ?? [];
  return slugs.some((slug, index) => slug !== found[index]) || (slugs.length === 0 && found.length > 0);
}
