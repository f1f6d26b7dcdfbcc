import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { root } from '../../tools/sites/run.ts';
import { addressOf, locales } from '../../tools/sites/pages.ts';
import { afterFrames, waitUntilDrawn } from './wait-until-drawn.ts';

const dictionaries = { ko: await loadDictionary('ko'), en: await loadDictionary('en') };
const names = { ko: '한국어', en: 'English' };
const articles = readdirSync(path.join(root, 'content/articles'));

const languageSwitch = (page: Page, from: 'ko' | 'en') =>
  page
    .getByRole('navigation', { name: dictionaries[from].languages, exact: true })
    .getByRole('link', { name: names[from === 'ko' ? 'en' : 'ko'] });

/** Clicks the language switch without scrolling it into view, which a real click would do. */
async function switchLanguage(page: Page, from: 'ko' | 'en'): Promise<void> {
  const previous = page.url();
  await languageSwitch(page, from).evaluate((link) => {
    (link as HTMLElement).click();
  });
  await page.waitForURL((url) => url.pathname !== new URL(previous).pathname);
  await waitUntilDrawn(page);
}

/** Waits until figures near the viewport are hydrated, so that their height is final. */
async function waitForFigures(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.figure > [data-pairs]')].every((host) => {
      const { top, bottom } = host.getBoundingClientRect();
      const isNear = top < 2 * innerHeight && bottom > -innerHeight;
      return !isNear || host.querySelector('.figure-actions') !== null;
    }),
  );
  await page.evaluate(afterFrames);
}

/** Scrolls so that a heading is at this distance from the top of the viewport. */
async function scrollHeadingTo(page: Page, id: string, top: number): Promise<void> {
  await page.evaluate(
    ([heading, height]) => {
      const current = document.getElementById(heading)?.getBoundingClientRect().top ?? 0;
      scrollBy({ top: current - height, behavior: 'instant' });
    },
    [id, top] as const,
  );
}

const topOf = async (page: Page, id: string): Promise<number> =>
  page.evaluate((heading) => document.getElementById(heading)?.getBoundingClientRect().top ?? NaN, id);

/** Lists the ids of the headings in the text. */
const headingsOf = async (page: Page): Promise<string[]> =>
  page
    .locator('.prose :is(h2,h3)[id]:not(.footnotes *)')
    .evaluateAll((all) => all.map((heading) => heading.id));

for (const slug of articles) {
  test(`${slug}: switching the language and back keeps the position of a heading`, async ({ page }) => {
    await page.goto(addressOf('narani', `ko/articles/${slug}/`));
    await waitUntilDrawn(page);
    const ids = await headingsOf(page);
    for (const [share, height] of [
      [0.2, 40],
      [0.5, 250],
      [0.75, 120],
    ] as const) {
      const id = ids[Math.floor(ids.length * share)] ?? '';
      await scrollHeadingTo(page, id, height);
      await waitForFigures(page);
      const [before = ''] = await visibleHeadings(page);
      const expected = await topOf(page, before);
      await switchLanguage(page, 'ko');
      expect(Math.abs((await topOf(page, before)) - expected), `#${before}`).toBeLessThanOrEqual(1);
      await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/#${before}`));
      await switchLanguage(page, 'en');
      expect(Math.abs((await topOf(page, before)) - expected), `back at #${before}`).toBeLessThanOrEqual(1);
    }
  });

  test(`${slug}: switching the language and back keeps the relative position between two headings`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1200, height: 420 });
    await page.goto(addressOf('narani', `ko/articles/${slug}/`));
    await waitUntilDrawn(page);
    const between = await findPositionsBetweenHeadings(page);
    expect(between.length).toBeGreaterThan(0);
    for (const { id, next, y } of between) {
      await page.evaluate((top) => {
        scrollTo({ top, behavior: 'instant' });
      }, y);
      await waitForFigures(page);
      const expected = await relativePosition(page, id, next);
      await switchLanguage(page, 'ko');
      await waitForFigures(page);
      expect(Math.abs((await relativePosition(page, id, next)) - expected), `below #${id}`).toBeLessThan(
        0.01,
      );
      await expect(page).toHaveURL(new RegExp(`#${id}$`));
      await switchLanguage(page, 'en');
      await waitForFigures(page);
      expect(Math.abs((await relativePosition(page, id, next)) - expected), `back`).toBeLessThan(0.01);
    }
  });
}

/** Lists the ids of the headings in the viewport. */
async function visibleHeadings(page: Page): Promise<string[]> {
  return page.locator('.prose :is(h2,h3)[id]:not(.footnotes *)').evaluateAll((all) =>
    all
      .filter((each) => each.getBoundingClientRect().top >= 0)
      .filter((each) => each.getBoundingClientRect().top < innerHeight)
      .map((each) => each.id),
  );
}

/** Finds up to three scroll positions at which no heading is in the viewport. */
async function findPositionsBetweenHeadings(page: Page): Promise<{ id: string; next: string; y: number }[]> {
  return page.locator('.prose :is(h2,h3)[id]:not(.footnotes *)').evaluateAll((all) => {
    const positions = all.flatMap((heading, index) => {
      const next = all[index + 1];
      const top = heading.getBoundingClientRect().top + scrollY;
      const room = (next?.getBoundingClientRect().top ?? 0) + scrollY - top;
      return next !== undefined && room > innerHeight + 100
        ? [{ id: heading.id, next: next.id, y: Math.round(top + (room - innerHeight) / 2) }]
        : [];
    });
    return [0, 1, 2]
      .flatMap((each) => positions[Math.floor((each * positions.length) / 3)] ?? [])
      .slice(0, 3);
  });
}

/** Returns where the reading line is between two headings, from 0 to 1. It is at 30 % of the viewport height. */
async function relativePosition(page: Page, id: string, next: string): Promise<number> {
  const [from, to] = [await topOf(page, id), await topOf(page, next)];
  const height = page.viewportSize()?.height ?? 0;
  return (height * 0.3 - from) / (to - from);
}

const slug = 'silent-voicemail';
const article = addressOf('narani', `ko/articles/${slug}/`);

test.describe('The reading position', () => {
  test('is the top if the title is visible, and the URL has no fragment then', async ({ page }) => {
    await page.goto(article);
    await switchLanguage(page, 'ko');
    await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/`));
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('is kept by the language link, with the keyboard and reduced motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(article);
    const [, , id = ''] = await headingsOf(page);
    const link = page.locator('.language-link a[data-locale]').first();
    await link.focus();
    await scrollHeadingTo(page, id, 100);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/en/**#${id}`);
    await waitUntilDrawn(page);
    expect(Math.abs((await topOf(page, id)) - 100)).toBeLessThanOrEqual(1);
    await page.keyboard.press('Tab');
    const isBelow = await page.evaluate((heading) => {
      const from = document.getElementById(heading);
      return (
        from !== null &&
        document.activeElement !== null &&
        (from.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
      );
    }, id);
    expect(isBelow, 'Tab continues from there').toBe(true);
  });

  test('is the last place read if the reader scrolls up to the switch, and the top if they stay there', async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(article);
    const id = (await headingsOf(page))[3] ?? '';
    await scrollHeadingTo(page, id, 110);
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward(2000);
    // A click scrolls the switch into view first, as a reader does.
    await languageSwitch(page, 'ko').click();
    await page.waitForURL(`**/en/**#${id}`);
    await waitUntilDrawn(page);
    expect(Math.abs((await topOf(page, id)) - 110)).toBeLessThanOrEqual(1);
    await page.clock.fastForward(2000);
    await page.evaluate(() => {
      history.replaceState(null, '', location.pathname);
      window.scrollTo({ top: 0, behavior: 'instant' });
    });
    await waitUntilDrawn(page);
    await page.clock.fastForward(2000);
    await page.clock.fastForward(20_000);
    await languageSwitch(page, 'en').click();
    await expect(page).toHaveURL(article);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('is kept while fonts load late', async ({ page }) => {
    await page.goto(article);
    const [, , , id = ''] = await headingsOf(page);
    await scrollHeadingTo(page, id, 150);
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await switchLanguage(page, 'ko');
    expect(Math.abs((await topOf(page, id)) - 150)).toBeLessThanOrEqual(1);
  });

  test('is restored by the browser on back and forward', async ({ page }) => {
    await page.goto(article);
    const [, first = '', , , fifth = ''] = await headingsOf(page);
    await scrollHeadingTo(page, first, 60);
    await switchLanguage(page, 'ko');
    await scrollHeadingTo(page, fifth, 90);
    const scrolled = await page.evaluate(() => scrollY);
    await page.goBack();
    await waitUntilDrawn(page);
    await expect(page).toHaveURL(article);
    expect(Math.abs((await topOf(page, first)) - 60)).toBeLessThanOrEqual(1);
    await page.goForward();
    await waitUntilDrawn(page);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    expect(await page.evaluate(() => sessionStorage.getItem('place'))).toBeNull();
  });

  test('is the section in a new tab', async ({ page, context }) => {
    await page.goto(article);
    const id = (await headingsOf(page))[2] ?? '';
    await languageSwitch(page, 'ko').hover();
    await scrollHeadingTo(page, id, 80);
    const opened = context.waitForEvent('page');
    await languageSwitch(page, 'ko').evaluate((link) => {
      link.dispatchEvent(new PointerEvent('pointerdown'));
    });
    await expect(languageSwitch(page, 'ko')).toHaveJSProperty('hash', `#${id}`);
    await languageSwitch(page, 'ko').evaluate((link) => {
      link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
    });
    const tab = await opened;
    await expect(tab).toHaveURL(addressOf('narani', `en/articles/${slug}/#${id}`));
    await expect(page).toHaveURL(article);
  });

  test('is the section if storage is blocked', async ({ page }) => {
    await page.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, storage, {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
    });
    await page.goto(article);
    const id = (await headingsOf(page))[2] ?? '';
    await scrollHeadingTo(page, id, 80);
    await switchLanguage(page, 'ko');
    await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/#${id}`));
    expect(await topOf(page, id)).toBeLessThan(100);
  });

  test('falls back to the nearest heading that both languages have', async ({ page }) => {
    await page.goto(article);
    const [, first = '', second = ''] = await headingsOf(page);
    await page.evaluate((id) => document.getElementById(id)?.setAttribute('id', 'in-korean-only'), second);
    await scrollHeadingTo(page, 'in-korean-only', 100);
    await switchLanguage(page, 'ko');
    await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/#${first}`));
    expect(Math.abs((await topOf(page, second)) - 100)).toBeLessThan(300);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is the top of the page', async ({ page }) => {
      await page.goto(article);
      await languageSwitch(page, 'ko').click();
      await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/`));
    });
  });
});

test.describe('Single texts and side-by-side pages', () => {
  /** Path of the side-by-side page, relative to a Korean article. */
  const sideBySide = 'side-by-side/en/';
  const sideBySideLink = (page: Page) => page.locator('[data-reading=side-by-side]');
  const singleLink = (page: Page) => page.locator('.columns [data-reading=single][data-locale=ko]');

  test('keep the position in both directions, and the choice is stored', async ({ page }) => {
    await page.goto(article);
    const ids = await headingsOf(page);
    await scrollHeadingTo(page, ids[3] ?? '', 70);
    await sideBySideLink(page).evaluate((link) => {
      (link as HTMLElement).click();
    });
    await page.waitForURL(`${article}${sideBySide}#${ids[3] ?? ''}`);
    await waitUntilDrawn(page);
    expect(Math.abs((await topOf(page, ids[3] ?? '')) - 70)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => localStorage.getItem('reading'))).toBe('side-by-side');
    await scrollHeadingTo(page, ids[1] ?? '', 33);
    await singleLink(page).evaluate((link) => {
      (link as HTMLElement).click();
    });
    await page.waitForURL(`${article}#${ids[1] ?? ''}`);
    await waitUntilDrawn(page);
    expect(Math.abs((await topOf(page, ids[1] ?? '')) - 33)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => localStorage.getItem('reading'))).toBe('single');
  });

  test('keep the position when the columns are swapped', async ({ page }) => {
    await page.goto(article);
    const ids = await headingsOf(page);
    const swapped = addressOf('narani', `en/articles/${slug}/side-by-side/ko/`);
    await page.goto(article + sideBySide);
    await scrollHeadingTo(page, ids[2] ?? '', 50);
    await switchLanguage(page, 'ko');
    await expect(page).toHaveURL(`${swapped}#${ids[2] ?? ''}`);
    expect(Math.abs((await topOf(page, ids[2] ?? '')) - 50)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => localStorage.getItem('locale'))).toBe('en');
  });

  test.describe('for readers who prefer side-by-side pages', () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(() => {
        if (localStorage.getItem('reading') === null) localStorage.setItem('reading', 'side-by-side');
      });
    });

    test('open side by side from other pages of the site, and back returns there', async ({ page }) => {
      const list = addressOf('narani', 'ko/articles/');
      await page.goto(list);
      await page.evaluate((href) => {
        const link = document.createElement('a');
        link.href = `${href}#root-cause`;
        link.textContent = 'to a section';
        document.querySelector('main')?.append(link);
      }, article);
      await page.getByText('to a section').click();
      await expect(page).toHaveURL(`${article}${sideBySide}#root-cause`);
      await page.goBack();
      await expect(page).toHaveURL(list);
    });

    test('do not redirect a typed URL, a reload, or back', async ({ page }) => {
      await page.goto(article);
      await waitUntilDrawn(page);
      await expect(page).toHaveURL(article);
      await page.reload();
      await waitUntilDrawn(page);
      await expect(page).toHaveURL(article);
      await page.goto(addressOf('narani', 'ko/articles/'));
      await page.goBack();
      await waitUntilDrawn(page);
      await expect(page).toHaveURL(article);
    });

    test('open the single text by its link on the side-by-side page', async ({ page }) => {
      await page.goto(article + sideBySide);
      await singleLink(page).click();
      await expect(page).toHaveURL(article);
      await waitUntilDrawn(page);
      await expect(page).toHaveURL(article);
      await page.goBack();
      await expect(page).toHaveURL(article + sideBySide);
    });
  });
});

for (const locale of locales) {
  test(`switching the language from ${locale} keeps the search query`, async ({ page }) => {
    await page.goto(addressOf('narani', `${locale}/search/?q=top`));
    await waitUntilDrawn(page);
    await languageSwitch(page, locale).click();
    await expect(page).toHaveURL(addressOf('narani', `${locale === 'ko' ? 'en' : 'ko'}/search/?q=top`));
  });
}
