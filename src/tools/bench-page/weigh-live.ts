import type { Browser } from '@playwright/test';
import { elementName } from '../../figures/stage/figure.ts';
import type { Loaded } from './judge.ts';
import type { ServedFigure } from './sites.ts';
import { phone, recordRequests, toArrival } from './weigh.ts';

/** Scroll to a figure in a page that has come to rest, in a browser that has nothing cached, and weigh what is loaded then. */
export async function weighLive(browser: Browser, { figure, locale, url }: ServedFigure): Promise<Loaded> {
  const context = await browser.newContext({ ...phone, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const before = recordRequests(page, url);
    await page.goto(url, { waitUntil: 'networkidle' });
    const loaded = new Set(before.asked.map((request) => request.url()));
    const record = recordRequests(page, url);
    const element = page.locator(elementName(figure)).first();
    await element.scrollIntoViewIfNeeded();
    // Scripts have taken over as soon as there is something to be played with.
    await element.locator('.figure-controls').first().waitFor();
    await page.waitForLoadState('networkidle');
    // A module that the page itself has loaded may be asked for once more, and comes from memory.
    const asked = record.asked.filter((request) => !loaded.has(request.url()));
    const arrivals = await Promise.all(asked.map((request) => toArrival(request, record)));
    const isText = ({ part }: { part: string }): boolean => part === 'js' || part === 'css';
    // What is loaded ahead of the module that imports it is one file all the same.
    const files = new Map(
      arrivals.filter(isText).map(({ url: file, bytes, came }) => [file, { url: file, bytes, came }]),
    );
    return { figure, locale, url, files: [...files.values()] };
  } finally {
    await context.close();
  }
}
