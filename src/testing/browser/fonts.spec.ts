import { expect, test, type Page } from '@playwright/test';
import { addressOf, locales } from '../../tools/sites/pages.ts';
import { findForeignGlyphs, readDrawnFonts } from './drawn-fonts.ts';
import { afterFrames, waitUntilDrawn } from './wait-until-drawn.ts';
import { watchShifts } from './watch-page.ts';

for (const slug of ['ps-vs-top', 'silent-voicemail']) {
  for (const locale of locales) {
    test(`the hydrated figure of ${slug} in ${locale} uses only the site’s font`, async ({ page }) => {
      await page.goto(addressOf('narani', `${locale}/articles/${slug}/`), { waitUntil: 'load' });
      const figure = page.locator('figure.figure').first();
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator('.figure-controls').first()).toBeVisible();
      for (const summary of await figure.locator('summary').all()) await summary.click();
      await waitUntilDrawn(page);
      expect(await findForeignGlyphs(page)).toEqual([]);
    });
  }
}

test.describe('When fonts load late', () => {
  test('Hangul and spaces keep their width', async ({ page }) => {
    const sendFonts = await openWithoutFonts(page, 'ko/');
    const samples = await page.evaluate(addSamples, ['나란히 선 글', '가']);
    await skipUnlessMeasured(page, samples);
    const before = await readWidths(page, samples);
    await sendFonts();
    expect(await readWidths(page, samples)).toEqual(before);
  });

  test('English keeps its width within 1 %', async ({ page }) => {
    const sendFonts = await openWithoutFonts(page, 'en/articles/danish-childcare/');
    const texts = await page.locator('main :is(h1, h2, p)').allTextContents();
    // Other characters may come from any installed font.
    const samples = await page.evaluate(addSamples, [texts.join(' ').replaceAll(/[^!-~]+/g, ' ')]);
    await skipUnlessMeasured(page, samples);
    const before = await readWidths(page, samples);
    await sendFonts();
    const after = await readWidths(page, samples);
    for (const [nth, width] of after.entries())
      expect(Math.abs(width / (before[nth] ?? 0) - 1)).toBeLessThan(0.01);
  });

  for (const width of [360, 1440]) {
    for (const path of ['ko/articles/ps-vs-top/', 'en/articles/ps-vs-top/', 'ko/', 'en/']) {
      test(`/${path} does not shift at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.addInitScript(watchShifts);
        const sendFonts = await openWithoutFonts(page, path);
        await skipUnlessMeasured(page, await page.evaluate(addSamples, ['가 a']));
        await sendFonts();
        // Up to 1 % of the threshold for a good CLS (0.1): a word may move within its line.
        expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.001);
      });
    }
  }
});

/** Opens a page of Narani with delayed fonts. Returns a function that loads them and waits until they are drawn. */
async function openWithoutFonts(page: Page, path: string): Promise<() => Promise<void>> {
  const { promise: released, resolve } = Promise.withResolvers<undefined>();
  await page.route('**/*.woff2', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(addressOf('narani', path), { waitUntil: 'domcontentloaded' });
  await page.evaluate(afterFrames);
  return async () => {
    resolve(undefined);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(afterFrames);
  };
}

/** Skips a test if the fallback fonts of the machine are not in `src/styles/fallback.css`, or if it has no Korean font. */
async function skipUnlessMeasured(page: Page, samples: readonly string[]): Promise<void> {
  for (const id of samples) {
    const text = await page.locator(`#${id}`).textContent();
    const fonts = (await readDrawnFonts(page, `#${id}`)).flat().map((font) => font.postScriptName);
    const unmeasured = fonts.filter(
      (name) => !/^(?:Noto ?Sans(?:CJK)?KR|Arial|LiberationSans|Roboto)/i.test(name),
    );
    test.skip(unmeasured.length > 0, `src/styles/fallback.css has no metrics for ${unmeasured.join(', ')}`);
    // Without a Korean font, Chromium draws a box of another font for each syllable.
    const isBoxes = /[가-힣]/.test(text ?? '') && !fonts.some((name) => /^Noto/i.test(name));
    test.skip(isBoxes, 'This machine has no Korean font');
  }
}

/** Runs in the page: adds texts in regular and bold, and returns the ids of their elements. */
function addSamples(texts: readonly string[]): string[] {
  return [400, 700].flatMap((weight) =>
    texts.map((text, nth) => {
      const sample = document.createElement('span');
      sample.id = `sample-${weight}-${nth}`;
      sample.textContent = text;
      sample.style.cssText = `position:absolute;white-space:pre;font:${weight} 100px var(--sans)`;
      document.body.append(sample);
      return sample.id;
    }),
  );
}

/** Reads widths of elements in whole px; their letters are 100 px large. */
async function readWidths(page: Page, ids: readonly string[]): Promise<number[]> {
  return page.evaluate(
    (all) => all.map((id) => Math.round(document.getElementById(id)?.getBoundingClientRect().width ?? NaN)),
    ids,
  );
}
