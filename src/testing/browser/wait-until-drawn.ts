import { expect, type Page } from '@playwright/test';

/**
 * Waits until a page has loaded and drawn everything, including content added by scripts, such as search results and figures near
 * the viewport.
 */
export async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  // Figures below the first screen load when the reader begins to scroll.
  await page.evaluate(() => dispatchEvent(new Event('scroll')));
  await page.waitForFunction(areNearFiguresHydrated);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(afterFrames);
}

/** Runs in the page: waits until pending changes have been drawn. */
export async function afterFrames(): Promise<void> {
  for (let frames = 0; frames < 3; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Runs in the page: returns whether all figures within one screen of the viewport are hydrated. */
function areNearFiguresHydrated(): boolean {
  return [...document.querySelectorAll('.figure > [data-pairs]')].every((host) => {
    const { top, bottom } = host.getBoundingClientRect();
    const isNear = top < 2 * innerHeight && bottom > -innerHeight;
    return !isNear || !host.checkVisibility() || host.querySelector('.figure-actions') !== null;
  });
}
