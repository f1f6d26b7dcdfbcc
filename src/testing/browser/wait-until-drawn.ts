import { expect, type Page } from '@playwright/test';

/** Wait until a page shows all it has to show: what scripts put in too, such as the answer to a query in its address. */
export async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(afterFrames);
}

/** Wait, in the page, until what there is to see has been drawn. */
export async function afterFrames(): Promise<void> {
  for (let frames = 0; frames < 3; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}
