import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { root } from '../../tools/sites/run.ts';
import { addressOf, locales } from '../../tools/sites/pages.ts';
import { afterFrames, waitUntilDrawn } from './wait-until-drawn.ts';

const words = { ko: await loadDictionary('ko'), en: await loadDictionary('en') };
const names = { ko: '한국어', en: 'English' };
const articles = readdirSync(path.join(root, 'content/articles'));

const switchOf = (page: Page, from: 'ko' | 'en') =>
  page
    .getByRole('navigation', { name: words[from].languages, exact: true })
    .getByRole('link', { name: names[from === 'ko' ? 'en' : 'ko'] });

/** Follow the switch where the window stands: a real click would bring it into sight, and the place would be lost before. */
async function switchHere(page: Page, from: 'ko' | 'en'): Promise<void> {
  const left = page.url();
  await switchOf(page, from).evaluate((link) => {
    (link as HTMLElement).click();
  });
  await page.waitForURL((url) => url.pathname !== new URL(left).pathname);
  await waitUntilDrawn(page);
}

/** Wait until the figures near the window are live, and so as high as they stay. */
async function waitForFigures(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.figure > [data-pairs]')].every((host) => {
      const { top, bottom } = host.getBoundingClientRect();
      const isNear = top < 2 * innerHeight && bottom > -innerHeight;
      return !isNear || host.querySelector('.figure-player') !== null;
    }),
  );
  await page.evaluate(afterFrames);
}

/** Bring a heading to a height of the window. */
async function bringTo(page: Page, id: string, top: number): Promise<void> {
  await page.evaluate(
    ([heading, height]) => {
      const was = document.getElementById(heading)?.getBoundingClientRect().top ?? 0;
      scrollBy({ top: was - height, behavior: 'instant' });
    },
    [id, top] as const,
  );
}

const topOf = async (page: Page, id: string): Promise<number> =>
  page.evaluate((heading) => document.getElementById(heading)?.getBoundingClientRect().top ?? NaN, id);

/** Ids of the headings of the text in order. */
const headingsOf = async (page: Page): Promise<string[]> =>
  page
    .locator('.prose :is(h2,h3)[id]:not(.footnotes *)')
    .evaluateAll((all) => all.map((heading) => heading.id));

for (const slug of articles) {
  test(`${slug}: a heading stays where it was, there and back`, async ({ page }) => {
    await page.goto(addressOf('narani', `ko/articles/${slug}/`));
    await waitUntilDrawn(page);
    const ids = await headingsOf(page);
    for (const [share, height] of [
      [0.2, 40],
      [0.5, 250],
      [0.75, 120],
    ] as const) {
      const id = ids[Math.floor(ids.length * share)] ?? '';
      await bringTo(page, id, height);
      const [before = ''] = await seenHeadings(page);
      const was = await topOf(page, before);
      await switchHere(page, 'ko');
      expect(Math.abs((await topOf(page, before)) - was), `#${before}`).toBeLessThanOrEqual(1);
      await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/#${before}`));
      await switchHere(page, 'en');
      expect(Math.abs((await topOf(page, before)) - was), `back at #${before}`).toBeLessThanOrEqual(1);
    }
  });

  test(`${slug}: between two headings it is as far between them, there and back`, async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 420 });
    await page.goto(addressOf('narani', `ko/articles/${slug}/`));
    await waitUntilDrawn(page);
    const between = await scrollBetweenHeadings(page);
    expect(between.length).toBeGreaterThan(0);
    for (const { id, next, y } of between) {
      await page.evaluate((top) => {
        scrollTo({ top, behavior: 'instant' });
      }, y);
      await waitForFigures(page);
      const was = await shareBetween(page, id, next);
      await switchHere(page, 'ko');
      await waitForFigures(page);
      expect(Math.abs((await shareBetween(page, id, next)) - was), `below #${id}`).toBeLessThan(0.01);
      await expect(page).toHaveURL(new RegExp(`#${id}$`));
      await switchHere(page, 'en');
      await waitForFigures(page);
      expect(Math.abs((await shareBetween(page, id, next)) - was), `back`).toBeLessThan(0.01);
    }
  });
}

/** Headings in the window, from the top. */
async function seenHeadings(page: Page): Promise<string[]> {
  return page.locator('.prose :is(h2,h3)[id]:not(.footnotes *)').evaluateAll((all) =>
    all
      .filter((each) => each.getBoundingClientRect().top >= 0)
      .filter((each) => each.getBoundingClientRect().top < innerHeight)
      .map((each) => each.id),
  );
}

/** Up to three places in a page at which no heading is in the window. */
async function scrollBetweenHeadings(page: Page): Promise<{ id: string; next: string; y: number }[]> {
  return page.locator('.prose :is(h2,h3)[id]:not(.footnotes *)').evaluateAll((all) => {
    const places = all.flatMap((heading, index) => {
      const next = all[index + 1];
      const top = heading.getBoundingClientRect().top + scrollY;
      const room = (next?.getBoundingClientRect().top ?? 0) + scrollY - top;
      return next !== undefined && room > innerHeight + 100
        ? [{ id: heading.id, next: next.id, y: Math.round(top + (room - innerHeight) / 2) }]
        : [];
    });
    return [0, 1, 2].flatMap((each) => places[Math.floor((each * places.length) / 3)] ?? []).slice(0, 3);
  });
}

/** How far between two headings the line is at which a page is read. */
async function shareBetween(page: Page, id: string, next: string): Promise<number> {
  const [from, to] = [await topOf(page, id), await topOf(page, next)];
  const height = page.viewportSize()?.height ?? 0;
  return (height * 0.3 - from) / (to - from);
}

const slug = 'silent-voicemail';
const article = addressOf('narani', `ko/articles/${slug}/`);

test.describe('The place', () => {
  test('is the top where the title is in sight, and then the address names no section', async ({ page }) => {
    await page.goto(article);
    await switchHere(page, 'ko');
    await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/`));
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('is kept by the door, by keyboard and under reduced motion too', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(article);
    const [, , id = ''] = await headingsOf(page);
    const door = page.locator('.language-link a[data-locale]').first();
    await door.focus();
    await bringTo(page, id, 100);
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
    expect(isBelow, 'the keyboard goes on from there').toBe(true);
  });

  test('is where they read, of who goes up to the switch; the top, of who stays there', async ({ page }) => {
    await page.clock.install();
    await page.goto(article);
    const id = (await headingsOf(page))[3] ?? '';
    await bringTo(page, id, 110);
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward(2000);
    // A click brings the switch into sight first, as a reader does.
    await switchOf(page, 'ko').click();
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
    await switchOf(page, 'en').click();
    await expect(page).toHaveURL(article);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('holds while fonts come late, until the reader moves', async ({ page }) => {
    await page.goto(article);
    const [, , , id = ''] = await headingsOf(page);
    await bringTo(page, id, 150);
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await switchHere(page, 'ko');
    expect(Math.abs((await topOf(page, id)) - 150)).toBeLessThanOrEqual(1);
  });

  test('is left alone by back and forward', async ({ page }) => {
    await page.goto(article);
    const [, first = '', , , fifth = ''] = await headingsOf(page);
    await bringTo(page, first, 60);
    await switchHere(page, 'ko');
    await bringTo(page, fifth, 90);
    const there = await page.evaluate(() => scrollY);
    await page.goBack();
    await waitUntilDrawn(page);
    await expect(page).toHaveURL(article);
    expect(Math.abs((await topOf(page, first)) - 60)).toBeLessThanOrEqual(1);
    await page.goForward();
    await waitUntilDrawn(page);
    expect(await page.evaluate(() => scrollY)).toBe(there);
    expect(await page.evaluate(() => sessionStorage.getItem('place'))).toBeNull();
  });

  test('goes along as the section to another tab', async ({ page, context }) => {
    await page.goto(article);
    const id = (await headingsOf(page))[2] ?? '';
    await switchOf(page, 'ko').hover();
    await bringTo(page, id, 80);
    const coming = context.waitForEvent('page');
    await switchOf(page, 'ko').evaluate((link) => {
      link.dispatchEvent(new PointerEvent('pointerdown'));
    });
    await expect(switchOf(page, 'ko')).toHaveJSProperty('hash', `#${id}`);
    await switchOf(page, 'ko').evaluate((link) => {
      link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
    });
    const tab = await coming;
    await expect(tab).toHaveURL(addressOf('narani', `en/articles/${slug}/#${id}`));
    await expect(page).toHaveURL(article);
  });

  test('is the section where storage is refused', async ({ page }) => {
    await page.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, storage, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
    });
    await page.goto(article);
    const id = (await headingsOf(page))[2] ?? '';
    await bringTo(page, id, 80);
    await switchHere(page, 'ko');
    await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/#${id}`));
    expect(await topOf(page, id)).toBeLessThan(100);
  });

  test('falls back to the nearest heading that both have', async ({ page }) => {
    await page.goto(article);
    const [, first = '', second = ''] = await headingsOf(page);
    await page.evaluate((id) => document.getElementById(id)?.setAttribute('id', 'in-korean-only'), second);
    await bringTo(page, 'in-korean-only', 100);
    await switchHere(page, 'ko');
    await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/#${first}`));
    expect(Math.abs((await topOf(page, second)) - 100)).toBeLessThan(300);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is the page', async ({ page }) => {
      await page.goto(article);
      await switchOf(page, 'ko').click();
      await expect(page).toHaveURL(addressOf('narani', `en/articles/${slug}/`));
    });
  });
});

test.describe('One language and both', () => {
  /** Where both languages of a Korean article are, as seen from there. */
  const way = 'side-by-side/en/';
  const both = (page: Page) => page.locator('[data-reading=side-by-side]');
  const single = (page: Page) => page.locator('.columns [data-reading=single][data-locale=ko]');

  test('stand at the same place, there and back, and the choice is kept', async ({ page }) => {
    await page.goto(article);
    const ids = await headingsOf(page);
    await bringTo(page, ids[3] ?? '', 70);
    await both(page).evaluate((link) => {
      (link as HTMLElement).click();
    });
    await page.waitForURL(`${article}${way}#${ids[3] ?? ''}`);
    await waitUntilDrawn(page);
    expect(Math.abs((await topOf(page, ids[3] ?? '')) - 70)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => localStorage.getItem('reading'))).toBe('side-by-side');
    await bringTo(page, ids[1] ?? '', 33);
    await single(page).evaluate((link) => {
      (link as HTMLElement).click();
    });
    await page.waitForURL(`${article}#${ids[1] ?? ''}`);
    await waitUntilDrawn(page);
    expect(Math.abs((await topOf(page, ids[1] ?? '')) - 33)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => localStorage.getItem('reading'))).toBe('single');
  });

  test('change places at the same place', async ({ page }) => {
    await page.goto(article);
    const ids = await headingsOf(page);
    const swapped = addressOf('narani', `en/articles/${slug}/side-by-side/ko/`);
    await page.goto(article + way);
    await bringTo(page, ids[2] ?? '', 50);
    await switchHere(page, 'ko');
    await expect(page).toHaveURL(`${swapped}#${ids[2] ?? ''}`);
    expect(Math.abs((await topOf(page, ids[2] ?? '')) - 50)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => localStorage.getItem('locale'))).toBe('en');
  });

  test.describe('for who has chosen both', () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(() => {
        if (localStorage.getItem('reading') === null) localStorage.setItem('reading', 'side-by-side');
      });
    });

    test('are shown when they come from elsewhere in the site, and back leads there', async ({ page }) => {
      const list = addressOf('narani', 'ko/articles/');
      await page.goto(list);
      await page.evaluate((href) => {
        const link = document.createElement('a');
        link.href = `${href}#root-cause`;
        link.textContent = 'to a section';
        document.querySelector('main')?.append(link);
      }, article);
      await page.getByText('to a section').click();
      await expect(page).toHaveURL(`${article}${way}#root-cause`);
      await page.goBack();
      await expect(page).toHaveURL(list);
    });

    test('are not shown at an address that was typed, loaded again or gone back to', async ({ page }) => {
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

    test('give way to one when they go from both to it', async ({ page }) => {
      await page.goto(article + way);
      await single(page).click();
      await expect(page).toHaveURL(article);
      await waitUntilDrawn(page);
      await expect(page).toHaveURL(article);
      await page.goBack();
      await expect(page).toHaveURL(article + way);
    });
  });
});

for (const locale of locales) {
  test(`what is searched for goes along from ${locale}`, async ({ page }) => {
    await page.goto(addressOf('narani', `${locale}/search/?q=top`));
    await waitUntilDrawn(page);
    await switchOf(page, locale).click();
    await expect(page).toHaveURL(addressOf('narani', `${locale === 'ko' ? 'en' : 'ko'}/search/?q=top`));
  });
}
