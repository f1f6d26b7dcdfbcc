import type { Page } from '@playwright/test';
import type { Answer, Hit, MarkedText, Question, SearchFailure } from '../../search/browser/index.ts';

/** The answer or error of the fake engine for a query, with delays. */
interface Reply {
  answer?: Partial<Answer>;
  failure?: SearchFailure;
  /** Error of the whole answer, after a partial one. */
  wholeFailure?: SearchFailure;
  delayMs?: number;
  /** Additional delay of the whole answer, which comes after a partial answer (`isTyping`). */
  wholeDelayMs?: number;
}

/**
 * Replies by query; a query that is not listed finds nothing. A question limited to a topic has its own entry (`top #linux`),
 * and so has a literal one (`"top"`).
 */
export type Replies = Readonly<Record<string, Reply>>;

interface LoggedQuestion extends Pick<Question, 'query' | 'topic'> {
  isLiteral?: boolean | undefined;
  isTyping?: boolean | undefined;
}

/** Questions that the fake engine was asked and has answered, each in order. */
interface SearchLog {
  asked: LoggedQuestion[];
  answered: LoggedQuestion[];
}

declare global {
  /** Written by the fake engine in the page under test. */
  var searchLog: SearchLog | undefined;
}

/**
 * Replaces a page's search engine by a lookup table, so that the interface can be tested without an index. The script that
 * holds the engine is recognized by its export.
 */
export async function fakeSearch(page: Page, replies: Replies): Promise<void> {
  await page.route('**/_astro/*.js', async (route) => {
    const body = await (await fetch(route.request().url())).text();
    const isEngine = /export\s*\{[^}]*\bcreateSearch\b/.test(body);
    await route.fulfill({
      contentType: 'text/javascript; charset=utf-8',
      body: isEngine
        ? `export const createSearch = (${createFakeEngine.toString()})(${JSON.stringify(replies)});`
        : body,
    });
  });
}

/** Runs in the page as source text, so it must not refer to anything outside itself. */
function createFakeEngine(
  replies: Replies,
): () => { ask: (question: LoggedQuestion) => Promise<Answer>; preload: () => void } {
  return () => ({
    preload: () => undefined,
    ask: async ({ query, topic, isLiteral, isTyping }) => {
      const log = (globalThis.searchLog ??= { asked: [], answered: [] });
      log.asked.push({ query, topic, isLiteral, isTyping });
      const name = (isLiteral === true ? `"${query}"` : query) + (topic === undefined ? '' : ` #${topic}`);
      const { answer, wholeFailure, delayMs = 0, wholeDelayMs = 0, ...reply } = replies[name] ?? {};
      const failure = isTyping === true ? reply.failure : (reply.failure ?? wholeFailure);
      const waitMs = delayMs + (isTyping === true ? 0 : wholeDelayMs);
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      log.answered.push({ query, topic, isLiteral, isTyping });
      if (failure !== undefined) throw Object.assign(new Error(failure), { name: 'SearchError', failure });
      const nothing = { rewritings: [], leftOut: [], hits: [], topics: [], suggestions: [] };
      return { ...nothing, ...answer, query };
    },
  });
}

/** Returns what the fake engine of a page has logged so far. */
export async function readSearchLog(page: Page): Promise<SearchLog> {
  return page.evaluate(() => globalThis.searchLog ?? { asked: [], answered: [] });
}

/** Waits until the fake engine has answered a query completely. */
export async function waitForAnswer(page: Page, query: string): Promise<void> {
  await page.waitForFunction(
    (text) => globalThis.searchLog?.answered.some((each) => each.query === text && each.isTyping !== true),
    query,
  );
}

/** Parses text in which brackets surround the matches: `Why [top] differs`. */
export function marked(text: string): MarkedText {
  return text
    .split(/(\[[^\]]*\])/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece.replaceAll(/[[\]]/g, ''), isMatch: piece.startsWith('[') }));
}

/** Builds a hit from the fields that matter to a test, with defaults for the others. */
export function hit(fields: Partial<Hit> & { title: MarkedText; slug: string }, base = '/en/'): Hit {
  return {
    href: `${base}articles/${fields.slug}/`,
    description: [],
    locale: base.split('/').at(-2) ?? 'en',
    matchLocale: base.split('/').at(-2) ?? 'en',
    sections: [],
    ...fields,
  };
}
