import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { listKeystrokes } from './list-keystrokes.ts';

/** Results that a search page shows for a query. */
export interface SearchResults {
  /** Articles by slug, best first, with the anchors of the sections listed for each. */
  hits: readonly { slug: string; sections: readonly string[] }[];
  /** Notices that explain how the page changed the query: `left-out`, `rewriting`. */
  notices: readonly string[];
}

/** A page that never sets `aria-busy` has answered when nothing has changed for this long. */
const quietMs = 1000;

/**
 * Opens a search page, with the query in its URL if there is one, and waits until it has answered or is ready.
 *
 * The page must have a text field and, in `<main>`, an element that contains the links of the results and whose `aria-busy` is
 * `true` while an answer is pending.
 */
export async function openSearchPage(
  context: BrowserContext,
  address: string,
  query?: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(watchAnswers);
  const url = new URL(address);
  if (query !== undefined) url.searchParams.set('q', query);
  await page.goto(url.href, { waitUntil: 'networkidle' });
  await page.locator(resultsSelector).first().waitFor({ state: 'attached' });
  // The page may lazy-load search when its field is focused.
  if (query === undefined) await page.locator(fieldSelector).first().focus();
  await waitForAnswer(page);
  return page;
}

/** Fills in a query, presses Enter, and returns the results that the page then shows. */
export async function runQuery(page: Page, query: string): Promise<SearchResults> {
  await page.locator(fieldSelector).first().fill(query);
  await page.locator(fieldSelector).first().press('Enter');
  await waitForAnswer(page);
  return readResults(page);
}

/** Reads the results that a search page shows. */
export async function readResults(page: Page): Promise<SearchResults> {
  const { hrefs, notices } = await page.evaluate(
    ({ linksSelector, noticesSelector }) => ({
      hrefs: [...document.querySelectorAll(linksSelector)].map((link) => link.getAttribute('href') ?? ''),
      notices: [...document.querySelectorAll<HTMLElement>(noticesSelector)]
        .filter((notice) => notice.checkVisibility())
        .map(({ dataset }) => dataset.notice ?? ''),
    }),
    { linksSelector: `${resultsSelector} a[href]`, noticesSelector: 'main [data-notice]' },
  );
  return { hits: linksToHits(hrefs), notices };
}

/**
 * Lists the articles that links lead to, in order of first appearance.
 *
 * @example
 * linksToHits(['/ko/articles/a/', '/ko/articles/b/#x', '/ko/articles/a/#y'])
 * // [{ slug: 'a', sections: ['y'] }, { slug: 'b', sections: ['x'] }]
 */
export function linksToHits(hrefs: readonly string[]): SearchResults['hits'] {
  const sections = new Map<string, string[]>();
  for (const href of hrefs) {
    const [, slug, anchor = ''] = /\/articles\/([^/#?]+)\/(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
    if (slug === undefined) continue;
    const known = sections.get(decodeURIComponent(slug)) ?? [];
    if (anchor !== '') known.push(decodeURIComponent(anchor));
    sections.set(decodeURIComponent(slug), known);
  }
  return [...sections].map(([slug, anchors]) => ({ slug, sections: anchors }));
}

/** Measures the milliseconds from input to the paint of the answer; `undefined` if the page gave no answer. */
export async function timeQuery(page: Page, query: string): Promise<number | undefined> {
  await page.evaluate(enterQuery, { fieldSelector, query });
  await waitForAnswer(page);
  return page.evaluate(async () => {
    const { answers } = globalThis;
    if (answers.answeredAt < answers.typedAt) return undefined;
    while (answers.paintedAt < answers.answeredAt) await new Promise(requestAnimationFrame);
    return answers.paintedAt - answers.typedAt;
  });
}

/** Types a query key by key, composing Korean as an input method does, and waits for the answer. */
export async function typeQuery(page: Page, query: string, msPerKey: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await page.locator(fieldSelector).first().focus();
  let before = '';
  let composing = '';
  for (const key of listKeystrokes(query)) {
    // Inserted text replaces the syllable that was being composed.
    if (key.committed !== before)
      await client.send('Input.insertText', { text: key.committed.slice(before.length) });
    if (key.composing !== '') {
      const end = key.composing.length;
      await client.send('Input.imeSetComposition', {
        text: key.composing,
        selectionStart: end,
        selectionEnd: end,
      });
    }
    ({ committed: before, composing } = key);
    await wait(msPerKey);
  }
  if (composing !== '') await client.send('Input.insertText', { text: composing });
  await waitForDebouncedAnswer(page);
}

/** Inserts a query into the field at once, and waits for the answer. */
export async function pasteQuery(page: Page, query: string): Promise<void> {
  await page.locator(fieldSelector).first().focus();
  await page.keyboard.insertText(query);
  await waitForDebouncedAnswer(page);
}

/** Longer than any page debounces its input. */
const debounceMs = 600;

async function waitForDebouncedAnswer(page: Page): Promise<void> {
  await wait(debounceMs);
  await waitForAnswer(page);
}

const fieldSelector = 'main input:not([type="hidden"], [type="checkbox"], [type="radio"])';
const resultsSelector = 'main [aria-busy]';

async function waitForAnswer(page: Page): Promise<void> {
  await page.waitForFunction(
    ([busyAt, quiet]) => {
      const { askedAt, answeredAt, changedAt } = globalThis.answers;
      if (document.querySelector(busyAt) !== null) return false;
      return answeredAt > askedAt || performance.now() - Math.max(askedAt, changedAt) > quiet;
    },
    ['main [aria-busy="true"]', quietMs] as const,
  );
}

declare global {
  /** Times of events on a watched page (`performance.now()`); 0 for never. */
  var answers: Record<'typedAt' | 'askedAt' | 'changedAt' | 'answeredAt' | 'paintedAt', number>;
}

/** Runs in the page before its own scripts. */
function watchAnswers(): void {
  const answers = { typedAt: 0, askedAt: 0, changedAt: 0, answeredAt: 0, paintedAt: 0 };
  globalThis.answers = answers;
  addEventListener('input', () => (answers.typedAt = performance.now()), true);
  addEventListener(
    'keydown',
    ({ key }) => (answers.askedAt = key === 'Enter' ? performance.now() : answers.askedAt),
    true,
  );
  new MutationObserver((records) => {
    answers.changedAt = performance.now();
    const isAnswer = records.some(
      ({ oldValue, target }) => oldValue === 'true' && (target as Element).ariaBusy !== 'true',
    );
    if (!isAnswer) return;
    answers.answeredAt = performance.now();
    requestAnimationFrame(() => {
      // Messages are handled after the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (answers.paintedAt = performance.now());
      port2.postMessage(undefined);
    });
  }).observe(document, { subtree: true, attributeFilter: ['aria-busy'], attributeOldValue: true });
}

/** Enters a query from within the page, so that the measured time excludes the delay of browser commands. */
function enterQuery({ fieldSelector, query }: { fieldSelector: string; query: string }): void {
  const field = document.querySelector<HTMLInputElement>(fieldSelector);
  if (field === null) throw new Error('The search page has no field');
  field.focus();
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: query }));
  const enter = new KeyboardEvent('keydown', {
    key: 'Enter',
    code: 'Enter',
    bubbles: true,
    cancelable: true,
  });
  if (field.dispatchEvent(enter)) field.form?.requestSubmit();
}
