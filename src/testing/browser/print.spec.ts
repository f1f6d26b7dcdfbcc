import { expect, test } from '@playwright/test';
import { addressOf } from '../../tools/sites/pages.ts';

/** Widths of the area of a page within its margins, in CSS pixels: 30 mm on each side, 15 mm on side-by-side pages. */
const sheets = { A4: 210, Letter: 215.9 };
const toPx = (mm: number): number => Math.floor((mm * 96) / 25.4);

const pages = [
  { type: 'an article', path: 'ko/articles/ps-vs-top/', marginMm: 30, text: '.prose > p' },
  {
    type: 'an article with side notes',
    path: 'ko/articles/danish-childcare/',
    marginMm: 30,
    text: '.prose > p',
  },
  { type: 'a single page', path: 'en/about/', marginMm: 30, text: '.prose > p' },
  { type: 'the home page', path: 'ko/', marginMm: 30, text: '.article-list > li' },
  { type: 'the list of articles', path: 'en/articles/', marginMm: 30, text: '.article-list > li' },
  { type: 'the topics', path: 'ko/topics/', marginMm: 30, text: '.topic-list > li' },
  {
    type: 'two languages side by side',
    path: 'ko/articles/ps-vs-top/side-by-side/en/',
    marginMm: 15,
    text: '.row',
  },
];

for (const { type, path, marginMm, text } of pages) {
  test(`${type} uses the whole width of a sheet of paper`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(addressOf('narani', path), { waitUntil: 'load' });
    await page.emulateMedia({ media: 'print' });
    for (const [sheet, widthMm] of Object.entries(sheets)) {
      const width = toPx(widthMm - 2 * marginMm);
      await page.setViewportSize({ width, height: 1000 });
      const box = await page.locator(text).first().boundingBox();
      expect((box?.width ?? 0) / width, `${sheet}: share of the width`).toBeGreaterThanOrEqual(0.9);
      expect(box?.x, `${sheet}: distance from the edge`).toBeLessThanOrEqual(0.05 * width);
    }
  });
}
