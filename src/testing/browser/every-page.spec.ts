import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { addressOf, testedPages } from '../../tools/sites/pages.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { watchPage } from './watch-page.ts';

for (const { type, locale, path, site } of testedPages) {
  test.describe(locale === undefined ? type : `${type} in ${locale}`, () => {
    // A language that the site doesn't have keeps the doors from sending us on.
    test.use({ locale: 'is-IS' });
    const isMissing = path.startsWith('no/');

    test('loads in peace, has no fault that axe finds in either theme, and never scrolls sideways', async ({
      page,
    }) => {
      const { troubles } = watchPage(page);
      const response = await page.goto(addressOf(site, path), { waitUntil: 'load' });
      expect(response?.status()).toBe(isMissing ? 404 : 200);
      await waitUntilDrawn(page);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      expect(await findFaults(page, 'all rules'), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findFaults(page, 'colour rules'), 'dark').toEqual([]);
      for (const width of [320, 360, 768, 1440, 2200]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await sidewaysScroll(page), `at ${width} px`).toBe(0);
      }
      await zoom(page, 200, { width: 1440, height: 900 });
      expect(await sidewaysScroll(page), 'at 200 %').toBe(0);
      expect(troubles.filter((trouble) => !(isMissing && trouble.includes('404')))).toEqual([]);
    });
  });
}

/** What axe finds wrong with a page, and where. A theme changes colours alone, so that for the second those rules do. */
async function findFaults(page: Page, scope: 'all rules' | 'colour rules'): Promise<string[]> {
  // The other mode opens a page of its own for each run, for frames that no page here has.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (scope === 'colour rules') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** What a browser’s zoom does to a window: fewer and larger pixels of CSS. It is another thing than `zoom` in CSS. */
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

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
