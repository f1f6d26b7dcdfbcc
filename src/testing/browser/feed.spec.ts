import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf, locales } from '../../tools/sites/pages.ts';

for (const locale of locales) {
  for (const isMobile of [true, false]) {
    test(`the ${locale} feed, opened on a ${isMobile ? 'phone' : 'desktop'}, explains itself and lists articles`, async ({
      browser,
    }) => {
      const width = isMobile ? 360 : 1440;
      const context = await browser.newContext({ viewport: { width, height: 800 }, isMobile });
      const page = await context.newPage();
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
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
      expect(messages).toEqual([]);
      await context.close();
    });
  }
}

test.describe('In a feed reader, which has no policy of the site', () => {
  test.use({ bypassCSP: true });

  for (const locale of locales) {
    test(`the ${locale} feed has an existing image of each figure, and a link to the interactive one`, async ({
      page,
    }) => {
      await page.goto(addressOf('narani', `${locale}/`));
      const { toLiveFigure } = await loadDictionary(locale);
      const figures = await findFigures(page, `/${locale}/feed.xml`, toLiveFigure);
      expect(figures.length).toBeGreaterThanOrEqual(2);
      for (const { picture, alt, width, height, paragraphs, controls, link } of figures) {
        expect(alt).not.toBe('');
        expect(paragraphs).toBeGreaterThan(0);
        expect(controls).toBe(0);
        expect(await measure(page, picture)).toEqual([2 * width, 2 * height]);
        await page.goto(addressOf('narani', link.replace(/^\//, '')));
        await expect(page.locator(`figure.figure${new URL(page.url()).hash} svg[role="img"]`)).toBeVisible();
      }
    });
  }
});

/** Lists the figures in the articles of a feed that have a link with this text. Addresses are without the host. */
async function findFigures(page: Page, feed: string, words: string) {
  const xml = await page.evaluate(async (address) => (await fetch(address)).text(), feed);
  return page.evaluate(
    ([source, label]) => {
      const texts = new DOMParser().parseFromString(source, 'text/xml').querySelectorAll('content');
      return [...texts].flatMap(({ textContent }) => {
        const figures = new DOMParser().parseFromString(textContent, 'text/html').querySelectorAll('figure');
        return [...figures].flatMap((figure) => {
          const image = figure.querySelector('img');
          const link = [...figure.querySelectorAll('a')].find((each) => each.textContent === label);
          if (image === null || link === undefined) return [];
          return {
            picture: new URL(image.src).pathname,
            alt: image.alt,
            width: image.width,
            height: image.height,
            paragraphs: figure.querySelectorAll('img ~ p').length,
            controls: figure.querySelectorAll('script, svg, button, input, select, [class], [style]').length,
            link: link.pathname + link.hash,
          };
        });
      });
    },
    [xml, words] as const,
  );
}

/** Reads the natural width and height of an image. */
async function measure(page: Page, address: string): Promise<number[]> {
  return page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, address);
}
