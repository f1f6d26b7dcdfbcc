import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { fontFiles } from '../browser/describe-fonts.ts';
import { phone } from './weigh.ts';

/** Windows to measure layout shift in. Only what is in the viewport counts. */
export const screens = {
  phone,
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;

/** Layout shift of a page while it loads. */
export interface Shift {
  /**
   * Sum of the scores of all layout shifts. It is at least CLS, which is the sum in the worst window of five seconds.
   *
   * https://web.dev/articles/cls, https://wicg.github.io/layout-instability/
   */
  score: number;
  /** Number of delayed fonts. If it is 0, fonts could not shift anything. */
  lateFonts: number;
  /** Shifted elements by tag and class: `p.description`. */
  moved: string[];
}

/** Delay of fonts after the first paint, so that text is first shown in the fallback font. A slow phone takes about as long. */
const delayMs = 600;

/** Maximum wait for the first paint: browsers hide text for up to three seconds while a font with `font-display: block` loads. */
const maxBlankMs = 3500;

/**
 * Loads a page with an empty cache and delayed fonts, without scrolling or other input, and returns its layout shift.
 */
export async function measureShift(
  browser: Browser,
  url: string,
  screen: keyof typeof screens,
): Promise<Shift> {
  // In a language that the site doesn’t have, the root page does not redirect.
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
        timeout: maxBlankMs,
      })
      .catch(() => undefined);
    await wait(delayMs);
    late.fonts += 1;
    await route.continue();
  });
}

declare global {
  /** Layout shifts recorded in the page. */
  var shifts: { score: number; moved: string[] };
}

/** Performance entry of a layout shift, which TypeScript's DOM types lack. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

/** Runs in the page before its own scripts. */
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

/** Reads the recorded shifts two frames later, when the shift caused by the last font has been painted and recorded. */
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
