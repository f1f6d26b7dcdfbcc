import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf, pageTypes, pathIn, testedPages, type TestedPage } from '../../tools/sites/pages.ts';
import { findForeignGlyphs } from './drawn-fonts.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { watchPage } from './watch-page.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { horizontalOverflow } from './horizontal-overflow.ts';

const dictionaries = { ko: await loadDictionary('ko'), en: await loadDictionary('en') };
const languageNames = { ko: '한국어', en: 'English' };

/** A theme changes colors only, so the second theme needs only these rules of axe. */
const colorRules = ['color-contrast', 'link-in-text-block'];

// Loading a page is slower than checking it, so each page is visited once for all checks.
for (const tested of testedPages) {
  const { type, locale, path, site } = tested;
  test.describe(locale === undefined ? type : `${type} in ${locale}`, () => {
    // A language that the site doesn't have prevents the root page from redirecting.
    test.use({ locale: 'is-IS' });
    const isMissing = path.startsWith('no/');

    test('loads without errors, passes axe in both themes, never scrolls sideways, and is drawn in the site’s font', async ({
      page,
    }) => {
      const { problems } = watchPage(page);
      const response = await page.goto(addressOf(site, path), { waitUntil: 'load' });
      expect(response?.status()).toBe(isMissing ? 404 : 200);
      await waitUntilDrawn(page);
      await test.step('axe', async () => {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        expect.soft(await findAxeViolations(page), 'light').toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await findAxeViolations(page, { rules: colorRules }), 'dark').toEqual([]);
      });
      await test.step('fonts', async () => {
        expect.soft(await findForeignGlyphs(page)).toEqual([]);
      });
      await test.step('widths', async () => {
        for (const width of [320, 360, 768, 1440, 2200]) {
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await horizontalOverflow(page), `at ${width} px`).toBe(0);
        }
        await zoom(page, 200, { width: 1440, height: 900 });
        expect.soft(await horizontalOverflow(page), 'at 200 %').toBe(0);
      });
      expect(problems.filter((problem) => !(isMissing && problem.includes('404')))).toEqual([]);
      await test.step('language switch', async () => expectSwitchToLeadToSamePage(page, tested));
    });
  });
}

/** Follows the language switch of a page that has a language. */
async function expectSwitchToLeadToSamePage(page: Page, { type, locale, site }: TestedPage): Promise<void> {
  const path = pageTypes.find((each) => each.type === type)?.path;
  if (locale === undefined || path === undefined) return;
  const other = locale === 'ko' ? 'en' : 'ko';
  await page
    .getByRole('navigation', { name: dictionaries[locale].languages, exact: true })
    .getByRole('link', { name: languageNames[other] })
    .click();
  await expect(page).toHaveURL(encodeURI(addressOf(site, pathIn(other, path))));
}

/** Emulates browser zoom, which makes the viewport smaller in CSS pixels. CSS `zoom` would not. */
async function zoom(page: Page, percent: number, window: { width: number; height: number }): Promise<void> {
  const factor = percent / 100;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: window.width / factor,
    height: window.height / factor,
    deviceScaleFactor: factor,
    mobile: false,
  });
}
