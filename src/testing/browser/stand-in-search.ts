import type { Page } from '@playwright/test';
import type { Answer, Hit, Marked, SearchTrouble } from '../../search/browser/index.ts';

/** What the stand-in says to a query, and when. */
export interface Reply {
  answer?: Partial<Answer>;
  trouble?: SearchTrouble;
  delayMs?: number;
  /** How much longer the whole answer takes than what is said while keys come. */
  wholeDelayMs?: number;
}

/** Replies by query; what is not listed finds nothing. A question held to a topic has its own: `top #linux`. A literal one too: `"top"`. */
export type Replies = Readonly<Record<string, Reply>>;

/**
 * Let a page's search be answered from a table: what the interface does with an answer is tried without any index. The code
 * of the engine is known among the files by what it exports.
 */
export async function standInForSearch(page: Page, replies: Replies): Promise<void> {
  await page.route('**/_astro/*.js', async (route) => {
    const body = await (await fetch(route.request().url())).text();
    const isEngine = /export\s*\{[^}]*\bcreateSearch\b/.test(body);
    await route.fulfill({
      contentType: 'text/javascript; charset=utf-8',
      body: isEngine
        ? `export const createSearch = (${createStandIn.toString()})(${JSON.stringify(replies)});`
        : body,
    });
  });
}

/** Runs in the page, as text: it uses nothing from outside itself. */
function createStandIn(replies: Replies): () => { ask: (question: Asked) => Promise<Answer> } {
  return () => ({
    ask: async ({ query, topic, isLiteral, isTyping }) => {
      const log = window as { asked?: unknown[]; answered?: number };
      (log.asked ??= []).push({ query, topic, isLiteral, isTyping });
      const name = (isLiteral === true ? `"${query}"` : query) + (topic === undefined ? '' : ` #${topic}`);
      const { answer, trouble, delayMs = 0, wholeDelayMs = 0 } = replies[name] ?? {};
      const waitMs = delayMs + (isTyping === true ? 0 : wholeDelayMs);
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      log.answered = (log.answered ?? 0) + 1;
      if (trouble !== undefined) throw Object.assign(new Error(trouble), { name: 'SearchError', trouble });
      const nothing = { rewritings: [], leftOut: [], hits: [], topics: [], suggestions: [] };
      return { ...nothing, ...answer, query };
    },
  });
}

interface Asked {
  query: string;
  topic?: string;
  isLiteral?: boolean;
  isTyping?: boolean;
}

/** Text in which what stands between `[` and `]` matched. */
export function marked(text: string): Marked {
  return text
    .split(/(\[[^\]]*\])/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece.replaceAll(/[[\]]/g, ''), isMatch: piece.startsWith('[') }));
}

/** A hit of which a test says what matters to it. */
export function hit(said: Partial<Hit> & { title: Marked; slug: string }, base = '/en/'): Hit {
  return {
    href: `${base}articles/${said.slug}/`,
    description: [],
    locale: base.split('/').at(-2) ?? 'en',
    matchLocale: base.split('/').at(-2) ?? 'en',
    sections: [],
    ...said,
  };
}
