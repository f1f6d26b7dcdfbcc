import { expect, test, type Locator, type Page } from '@playwright/test';
import { loadWords } from '../../figures/ps-vs-top/words.ts';
import { loadStageWords } from '../../figures/stage/words.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { afterFrames } from './wait-until-drawn.ts';
import { watchPage, watchShifts } from './watch-page.ts';

const en = await loadWords('en');
const stageWords = await loadStageWords('en');
const article = addressOf('fixture', 'en/articles/figure/');

test.use({ locale: 'is-IS', viewport: { width: 800, height: 500 } });

/** Returns a preset’s radio button, which exists only in a hydrated figure. */
function presetOf(figure: Locator, preset: keyof typeof en.controls.presets): Locator {
  return figure.getByRole('radio', { name: en.controls.presets[preset] });
}

async function scrollOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(scrollY));
}

test('on a side-by-side page a URL fragment can name the figure of the other language', async ({ page }) => {
  await page.goto(
    `${addressOf('fixture', 'ko/articles/figure/side-by-side/en/')}#en:figure-1:preset=blocked`,
  );
  const figure = page.locator('[id="en:figure-1"]');
  await expect(figure.locator('figcaption')).toBeInViewport();
  await figure.locator('.figure-player').waitFor();
  const shown = await figure.locator('.figure-description').innerText();
  await figure.getByRole('button', { name: stageWords.reset }).click();
  await expect(figure.locator('.figure-description')).not.toHaveText(shown);
  await page.getByRole('link', { name: 'blocked call' }).click();
  await expect(figure.locator('.figure-description')).toHaveText(shown);
});

test('going back in the history restores the scroll position and the state of the figure', async ({
  page,
}) => {
  await page.goto(article);
  const figure = page.locator('#cpu');
  const follow = async (pairs: string): Promise<void> => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `cpu:${pairs}`);
    await expect(figure).toBeFocused();
    await expect(figure.locator('figcaption')).toBeInViewport();
  };
  await follow('preset=steady&every=7');
  await expect(presetOf(figure, 'steady')).toBeChecked();
  await page.evaluate(() => {
    scrollBy({ top: -600, behavior: 'instant' });
  });
  await expect(figure.locator('figcaption')).not.toBeInViewport();
  const left = await scrollOf(page);
  await follow('preset=four-threads&every=7');
  await expect(presetOf(figure, 'four-threads')).toBeChecked();
  await page.goBack();
  await expect(presetOf(figure, 'steady')).toBeChecked();
  await expect.poll(() => scrollOf(page)).toBe(left);
  await page.reload();
  await expect(presetOf(figure, 'steady')).toBeChecked();
  await expect.poll(() => scrollOf(page)).toBe(left);
});

test('a figure whose state is in the URL stays hidden until that state shows, up to a timeout', async ({
  page,
}) => {
  const late = Promise.withResolvers<undefined>();
  await page.route(/\/_astro\/figure-controls.*\.css/, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  // The page isn’t loaded before the style sheet that is held back.
  await page.goto(`${article}#cpu:preset=steady&every=7`, { waitUntil: 'commit' });
  const description = page.locator('#cpu .figure-description');
  await expect(page.locator('#cpu figcaption')).toBeVisible();
  await expect(description).toBeHidden();
  const asInText = await description.textContent();
  await page.clock.runFor(1100);
  await expect(description).toBeVisible();
  late.resolve(undefined);
  await expect(description).not.toHaveText(asInText ?? '');
});

test('a figure whose state is in the URL causes no layout shift when its controls appear', async ({
  page,
}) => {
  await page.addInitScript(watchShifts);
  await page.goto(`${article}#cpu:preset=steady&every=7`);
  await expect(presetOf(page.locator('#cpu'), 'steady')).toBeChecked();
  await page.evaluate(afterFrames);
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.01);
});

test('a figure that is hydrated late does not scroll a reader back who has moved on', async ({ page }) => {
  const late = Promise.withResolvers<undefined>();
  await page.route(/\/_astro\/figure-controls.*\.css/, async (route) => {
    await late.promise;
    await route.continue();
  });
  // No text links to this state, so no element of the page has this id.
  await page.goto(`${article}#cpu:preset=steady&every=7`);
  const figure = page.locator('#cpu');
  await expect(figure.locator('figcaption')).toBeInViewport();
  await expect(figure).toBeFocused();
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await expect(figure.locator('.figure-player')).toHaveCount(0);
  late.resolve(undefined);
  await expect(presetOf(figure, 'steady')).toBeChecked();
  expect(await scrollOf(page)).toBe(0);

  // A click between the controls does not focus the figure again.
  await presetOf(figure, 'four-threads').check({ force: true });
  await figure.locator('.figure-description').click();
  await expect(figure).not.toBeFocused();
});

test('a figure that is removed from the page and inserted again still works', async ({ page }) => {
  const { problems } = watchPage(page);
  await page.goto(`${article}#cpu:preset=steady`);
  const figure = page.locator('#cpu');
  await expect(presetOf(figure, 'steady')).toBeChecked();
  await figure.evaluate((element) => {
    const { parentElement, nextSibling } = element;
    element.remove();
    parentElement?.insertBefore(element, nextSibling);
  });
  await presetOf(figure, 'four-threads').check({ force: true });
  await expect(figure.locator('.figure-player')).toHaveCount(1);
  await expect(figure.locator('.figure-picture')).toHaveCount(1);
  await figure.getByRole('button', { name: stageWords.reset }).click();
  await expect(presetOf(figure, 'woke-up-late')).toBeChecked();
  expect(problems).toEqual([]);
});
