import { expect, type Page } from '@playwright/test';

/**
 * Wait until a page whose scripts run shows all it has to show: what they put in too, such as the answer to a query in its
 * address, and figures that its reader is near.
 */
export async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.waitForFunction(areNearFiguresLive);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(afterFrames);
}

/** Wait, in the page, until what there is to see has been drawn. */
export async function afterFrames(): Promise<void> {
  for (let frames = 0; frames < 3; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Whether, in the page, each figure is live that is in sight or less than a screen away. */
function areNearFiguresLive(): boolean {
  return [...document.querySelectorAll('.figure > [data-pairs]')].every((host) => {
    const { top, bottom } = host.getBoundingClientRect();
    const isNear = top < 2 * innerHeight && bottom > -innerHeight;
    return !isNear || !host.checkVisibility() || host.querySelector('.figure-player') !== null;
  });
}
