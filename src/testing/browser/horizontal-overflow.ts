import type { Page } from '@playwright/test';

/** Returns by how many px a page is wider than its viewport; more than 0 lets readers scroll sideways. */
export async function horizontalOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
