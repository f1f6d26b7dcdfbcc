import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { fontFiles } from '../browser/describe-fonts.ts';
import { phone } from './weigh.ts';

/** The windows in which the shifts of a page are measured; what is in sight decides what can shift. */
export const screens = {
  phone,
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;

/** How much of a page moved under its reader's eyes while it loaded. */
export interface Shift {
  /**
   * Sum of the scores of all layout shifts, 0 for none. It is never less than CLS, which takes the worst five seconds alone.
   *
   * https://web.dev/articles/cls, https://wicg.github.io/layout-instability/
   */
  score: number;
  /** Fonts that came after the first text was painted. With none, fonts had no chance to move anything. */
  lateFonts: number;
  /** What moved, as its tag and class: `p.description`. */
  moved: string[];
}

/** How long fonts keep away after something is painted, so that text stands in the fallback first; as long as a slow phone takes. */
const delayMs = 600;

/** A page that hides text until its font comes paints nothing, and after three seconds browsers show the text anyway. */
const longestBlankMs = 3500;

/**
 * Load a page with nothing cached in a browser that gets every font late, let it come to rest, and say what moved. The reader
 * neither scrolls nor touches anything.
 */
export async function measureShift(
  browser: Browser,
  url: string,
  screen: keyof typeof screens,
): Promise<Shift> {
  // A language that the site doesn't have keeps the doors at the root from sending us on.
  const context = await browser.newContext({ ...screens[screen], locale: 'is-IS' });
  try {
    const page = await context.newPage();
    await page.addInitScript(recordShifts);
    const late = { fonts: 0 };
    await delayFonts(page, late);
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(async () => document.fonts.ready);
    const { score, moved } = await readShifts(page);
    return { score, moved: [...new Set(moved)], lateFonts: late.fonts };
  } finally {
    await context.close();
  }
}

async function delayFonts(page: Page, late: { fonts: number }): Promise<void> {
  await page.route(fontFiles, async (route) => {
    await page
      .waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0, undefined, {
        polling: 50,
        timeout: longestBlankMs,
      })
      .catch(() => undefined);
    await wait(delayMs);
    late.fonts += 1;
    await route.continue();
  });
}

declare global {
  /** What the page below has recorded. */
  var shifts: { score: number; moved: string[] };
}

/** Chromium's entry for a layout shift, which TypeScript's DOM does not know. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

/** Runs in the page, before anything of its own. */
function recordShifts(): void {
  globalThis.shifts = { score: 0, moved: [] };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      if (hadRecentInput) continue;
      globalThis.shifts.score += value;
      for (const { node } of sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        const name = element?.classList[0];
        if (element) globalThis.shifts.moved.push(element.localName + (name === undefined ? '' : `.${name}`));
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Two frames on, what the last font moved is painted, and its entry is there. */
async function readShifts(page: Page): Promise<{ score: number; moved: string[] }> {
  return page.evaluate(
    async () =>
      new Promise((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve(globalThis.shifts);
            });
          }),
        );
      }),
  );
}
