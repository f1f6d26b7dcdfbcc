import { expect, test } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf, locales } from './pages.ts';

for (const locale of locales) {
  for (const isMobile of [true, false]) {
    test(`the ${locale} feed opened on a ${isMobile ? 'phone' : 'desktop'} says what it is and lists what is new`, async ({
      browser,
    }) => {
      const width = isMobile ? 360 : 1440;
      const context = await browser.newContext({ viewport: { width, height: 800 }, isMobile });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(addressOf('fixture', `${locale}/feed.xml`));

      const dictionary = await loadDictionary(locale);
      await expect(page.getByText(dictionary.feedExplanation)).toBeVisible();
      const home = page.getByRole('link', { name: dictionary.toHome });
      await expect(home).toHaveAttribute('href', `https://example.org/kb/${locale}/`);
      const first = page.locator('entry').first();
      await expect(first.locator('title')).toBeVisible();
      await expect(first.locator('summary')).toBeVisible();
      for (const hidden of ['id', 'content', 'updated']) await expect(first.locator(hidden)).toBeHidden();

      const widths = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
      expect(widths).toEqual([width, width]);
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}
