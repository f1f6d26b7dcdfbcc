import { expect, test, type Locator } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf } from '../../tools/sites/pages.ts';

const [ko, en] = await Promise.all([loadDictionary('ko'), loadDictionary('en')]);

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false, locale: 'ko-KR' });

  test('the root page links to each language', async ({ page }) => {
    await page.goto(addressOf('narani', ''));
    await expect(page).toHaveURL(addressOf('narani', ''));
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(addressOf('narani', 'en/'));
  });

  test('a reader can open an article and switch its language', async ({ page }) => {
    await page.goto(addressOf('narani', 'ko/'));
    await page.getByRole('main').getByRole('link', { name: /top/ }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await page.getByRole('article').innerText()).length).toBeGreaterThan(5000);
    await page
      .getByRole('navigation', { name: ko.languages, exact: true })
      .getByRole('link', { name: 'English' })
      .click();
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/ps-vs-top/'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('no buttons are shown', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/'));
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test.describe('The root page', () => {
  test.describe('for a Korean browser', () => {
    test.use({ locale: 'ko-KR' });

    test('redirects to the Korean home page', async ({ page }) => {
      await page.goto(addressOf('narani', ''));
      await expect(page).toHaveURL(addressOf('narani', 'ko/'));
    });

    test('redirects to English after the reader has chosen it', async ({ page }) => {
      await page.goto(addressOf('narani', 'ko/'));
      await page
        .getByRole('navigation', { name: ko.languages, exact: true })
        .getByRole('link', { name: 'English' })
        .click();
      await expect(page).toHaveURL(addressOf('narani', 'en/'));
      await page.goto(addressOf('narani', ''));
      await expect(page).toHaveURL(addressOf('narani', 'en/'));
    });
  });

  test.describe('for a browser in another language', () => {
    test.use({ locale: 'is-IS' });

    test('does not redirect, and shows the language links', async ({ page }) => {
      await page.goto(addressOf('fixture', ''), { waitUntil: 'networkidle' });
      await expect(page).toHaveURL(addressOf('fixture', ''));
      await expect(page.getByRole('link', { name: '한국어' })).toBeVisible();
    });
  });

  test.describe('for an American browser', () => {
    test.use({ locale: 'en-US' });

    test('redirects to the English home page, also under a base path', async ({ page }) => {
      await page.goto(addressOf('fixture', ''));
      await expect(page).toHaveURL(addressOf('fixture', 'en/'));
    });
  });
});

test.describe('By keyboard alone', () => {
  test('the first Tab stop skips to the content', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/'));
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: en.skipToContent });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('a reader can open an article from the home page and switch its language', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/'));
    await tabTo(page.getByRole('main').getByRole('link').first(), 15);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toBeVisible();
    await tabTo(
      page.getByRole('navigation', { name: en.languages, exact: true }).getByRole('link', { name: '한국어' }),
      15,
    );
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  });

  test('every Tab stop is visible', async ({ page }) => {
    await page.goto(addressOf('narani', 'ko/articles/writing-guide/'));
    const invisible: string[] = [];
    const places = new Set<number>();
    for (let stops = 0; stops < 60; stops += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) return null;
        const { outlineStyle, opacity } = getComputedStyle(activeElement);
        const { width, height } = activeElement.getBoundingClientRect();
        return {
          place: [...document.querySelectorAll('*')].indexOf(activeElement),
          html: activeElement.outerHTML.slice(0, 80),
          isVisible: outlineStyle !== 'none' && opacity !== '0' && width * height > 0,
        };
      });
      if (stop === null) continue;
      places.add(stop.place);
      if (!stop.isVisible) invisible.push(stop.html);
    }
    expect(invisible).toEqual([]);
    expect(places.size).toBeGreaterThanOrEqual(20);
  });

  test('a table wider than the screen can be scrolled', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(addressOf('fixture', 'en/articles/typography/'));
    const index = await page
      .locator('.table')
      .evaluateAll((tables) => tables.findIndex((each) => each.scrollWidth > each.clientWidth));
    expect(index).not.toBe(-1);
    const table = page.locator('.table').nth(index);
    await tabTo(table, 200);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => table.evaluate((each) => each.scrollLeft)).toBeGreaterThan(0);
  });
});

test.describe('A block of code', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is copied unchanged, and the button confirms it', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/articles/writing-guide/'));
    const block = page.locator('.code:not(.code--terminal)').first();
    await block.getByRole('button', { name: en.copy }).click();
    await expect(block.locator('.copy')).toHaveText(en.copied);
    const copied = await page.evaluate(async () => navigator.clipboard.readText());
    expect(copied).toBe(await block.locator('code').evaluate((code) => code.textContent));
    await expect(block.locator('.copy')).toHaveText(en.copy);
  });

  test('that shows a terminal is copied as its commands, without prompts and output', async ({ page }) => {
    await page.goto(addressOf('fixture', 'ko/articles/first/'));
    await page.locator('.code--terminal').getByRole('button', { name: ko.copy }).click();
    await expect(page.locator('.code--terminal .copy')).toHaveText(ko.copied);
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe('echo 안녕');
  });
});

test.describe('A hostile post', () => {
  test('runs no script, covers nothing and does not redirect', async ({ page }) => {
    await page.goto(addressOf('fixture', 'en/articles/hostile/'), { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    await expect(page).toHaveURL(addressOf('fixture', 'en/articles/hostile/'));
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await page.getByRole('link', { name: en.articles, exact: true }).click();
    await expect(page).toHaveURL(addressOf('fixture', 'en/articles/'));
  });

  test('runs no script on pages that list it or in the feed', async ({ page }) => {
    await page.goto(addressOf('fixture', 'en/'), { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    await expect(page.getByRole('link', { name: /A hostile post/ })).toBeVisible();
    const feed = await (await page.request.get(addressOf('fixture', 'en/feed.xml'))).text();
    expect(feed).not.toContain('<script');
    expect(feed).not.toMatch(/broken = [3-8]/);
  });
});

/** Presses Tab until an element has the focus, at most `maxStops` times. */
async function tabTo(goal: Locator, maxStops: number): Promise<void> {
  for (let stops = 0; stops < maxStops; stops += 1) {
    await goal.page().keyboard.press('Tab');
    if (await goal.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(goal).toBeFocused();
}
