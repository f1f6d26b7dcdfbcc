import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { keystrokesOf } from './list-keystrokes.ts';

/** What a search page shows for a query, as its reader sees it. */
export interface Found {
  /** Articles by slug, best first, each with the anchors of the sections that are linked under it. */
  hits: readonly { slug: string; sections: readonly string[] }[];
  /** What the page says it did other than search for what was typed: `left-out`, `rewriting`. */
  notices: readonly string[];
}

/** How long nothing may change before a page is taken to have answered that never said it was busy. */
const quietMs = 1000;

/**
 * A search page, opened: at an address with `?q=`, with its first answer; else ready to be asked.
 *
 * It is a page that has a field and, within `<main>`, an element with `aria-busy`, `true` while an answer is pending, in
 * which the results are links.
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
  await page.locator(resultsAt).first().waitFor({ state: 'attached' });
  // Search may load what it needs when its field is wanted.
  if (query === undefined) await page.locator(fieldAt).first().focus();
  await untilAnswered(page);
  return page;
}

/** Ask as a reader does who fills the field and presses Enter; gives what the page then shows. */
export async function ask(page: Page, query: string): Promise<Found> {
  await page.locator(fieldAt).first().fill(query);
  await page.locator(fieldAt).first().press('Enter');
  await untilAnswered(page);
  return readFound(page);
}

/** What a search page shows. */
export async function readFound(page: Page): Promise<Found> {
  const { hrefs, notices } = await page.evaluate(
    ({ linksAt, noticesAt }) => ({
      hrefs: [...document.querySelectorAll(linksAt)].map((link) => link.getAttribute('href') ?? ''),
      notices: [...document.querySelectorAll<HTMLElement>(noticesAt)]
        .filter((notice) => notice.checkVisibility())
        .map(({ dataset }) => dataset.notice ?? ''),
    }),
    { linksAt: `${resultsAt} a[href]`, noticesAt: 'main [data-notice]' },
  );
  return { hits: linksToHits(hrefs), notices };
}

/**
 * The articles that links lead to, in the order in which they first appear.
 *
 * @example
 * linksToHits(['/ko/articles/a/', '/ko/articles/b/#x', '/ko/articles/a/#y'])
 * // [{ slug: 'a', sections: ['y'] }, { slug: 'b', sections: ['x'] }]
 */
export function linksToHits(hrefs: readonly string[]): Found['hits'] {
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

/** Milliseconds from the last change of the field to the paint of the answer; nothing if the page had none to give. */
export async function timeQuery(page: Page, query: string): Promise<number | undefined> {
  await page.evaluate(enterQuery, { fieldAt, query });
  await untilAnswered(page);
  return page.evaluate(async () => {
    const { answers } = globalThis;
    if (answers.answeredAt < answers.typedAt) return undefined;
    while (answers.paintedAt < answers.answeredAt) await new Promise(requestAnimationFrame);
    return answers.paintedAt - answers.typedAt;
  });
}

/** Type a query a key at a time, Korean composed as an input method does; the answer to it has come when this ends. */
export async function typeQuery(page: Page, query: string, msPerKey: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await page.locator(fieldAt).first().focus();
  let before = '';
  let composing = '';
  for (const key of keystrokesOf(query)) {
    // What is inserted takes the place of what was being composed.
    if (key.settled !== before)
      await client.send('Input.insertText', { text: key.settled.slice(before.length) });
    if (key.composing !== '') {
      const end = key.composing.length;
      await client.send('Input.imeSetComposition', {
        text: key.composing,
        selectionStart: end,
        selectionEnd: end,
      });
    }
    ({ settled: before, composing } = key);
    await wait(msPerKey);
  }
  if (composing !== '') await client.send('Input.insertText', { text: composing });
  await settle(page);
}

/** Put a query into the field at once; the answer to it has come when this ends. */
export async function pasteQuery(page: Page, query: string): Promise<void> {
  await page.locator(fieldAt).first().focus();
  await page.keyboard.insertText(query);
  await settle(page);
}

/** Pages that wait for a pause in typing have had it after this long. */
const longestPauseMs = 600;

async function settle(page: Page): Promise<void> {
  await wait(longestPauseMs);
  await untilAnswered(page);
}

const fieldAt = 'main input:not([type="hidden"], [type="checkbox"], [type="radio"])';
const resultsAt = 'main [aria-busy]';

async function untilAnswered(page: Page): Promise<void> {
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
  /** When what happened on the page below, in its own time; 0 for never. */
  var answers: Record<'typedAt' | 'askedAt' | 'changedAt' | 'answeredAt' | 'paintedAt', number>;
}

/** Runs in the page, before anything of its own. */
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
      // A message is handled once the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (answers.paintedAt = performance.now());
      port2.postMessage(undefined);
    });
  }).observe(document, { subtree: true, attributeFilter: ['aria-busy'], attributeOldValue: true });
}

/** Runs in the page: typing of which no part is the time that a command takes to get there. */
function enterQuery({ fieldAt, query }: { fieldAt: string; query: string }): void {
  const field = document.querySelector<HTMLInputElement>(fieldAt);
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
