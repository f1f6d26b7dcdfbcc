import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { colors } from '../../identity/colors.ts';
import { addressOf } from '../../tools/sites/pages.ts';

const [ko, en] = await Promise.all([loadDictionary('ko'), loadDictionary('en')]);
const notes = addressOf('narani', 'en/articles/danish-childcare/');

test.describe('The theme', () => {
  const { system, light, dark } = en.theme;

  test('follows the system until a reader chooses, goes round, and comes back to the system', async ({
    page,
  }) => {
    for (const [scheme, first, second] of [
      ['dark', light, dark],
      ['light', dark, light],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(addressOf('narani', 'en/'));
      const opposite = scheme === 'dark' ? 'light' : 'dark';
      expect(await paper(page)).toBe(colors[scheme].paper);
      await page.getByRole('button', { name: system }).click();
      expect(await paper(page)).toBe(colors[opposite].paper);
      await page.getByRole('button', { name: first }).click();
      expect(await paper(page)).toBe(colors[scheme].paper);
      await page.emulateMedia({ colorScheme: opposite });
      expect(await paper(page), 'against the system').toBe(colors[scheme].paper);
      await page.emulateMedia({ colorScheme: scheme });
      await page.getByRole('button', { name: second }).click();
      await expect(page.getByRole('button', { name: system })).toBeVisible();
      await page.emulateMedia({ colorScheme: opposite });
      expect(await paper(page), 'with the system').toBe(colors[opposite].paper);
    }
  });

  test('once chosen holds on every page, before anything of it is painted', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(addressOf('narani', 'en/'));
    await page.getByRole('button', { name: system }).click();
    // The page's own script never comes: what is seen is what stands in the page itself.
    await page.route('**/*.js', async (route) => route.abort());
    for (const path of ['ko/articles/ps-vs-top/', 'no/such/page/']) {
      await page.goto(addressOf('narani', path));
      expect(await paper(page), path).toBe(colors.dark.paper);
    }
  });

  test('colours the bars of the browser like the paper', async ({ page }) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(addressOf('narani', 'ko/'));
      expect(await barColour(page)).toBe(colors[scheme].paper);
      expect(await paper(page)).toBe(colors[scheme].paper);
    }
    await page.goto(addressOf('narani', 'en/'));
    await page.getByRole('button', { name: system }).click();
    expect(await barColour(page)).toBe(colors.light.paper);
  });

  test('is followed where storage is refused', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const thrown: string[] = [];
    page.on('pageerror', ({ message }) => thrown.push(message));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(addressOf('narani', 'en/'));
    await page.getByRole('button', { name: system }).click();
    expect(await paper(page)).toBe(colors.light.paper);
    expect(thrown).toEqual([]);
  });
});

test.describe('The table of contents', () => {
  test('stands open in the margin of a wide screen and marks the section that is read', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/'));
    const contents = page.getByRole('navigation', { name: en.contents });
    const links = contents.getByRole('link');
    await expect(links.first()).toBeVisible();
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
    const target = links.nth(3);
    await target.click();
    await expect(target).toHaveAttribute('aria-current', 'true');
    await expect(contents.locator('[aria-current]')).toHaveCount(1);
    await expect(target).toBeInViewport();
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
  });

  test('is folded on a phone and opens by keyboard', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/'));
    const contents = page.getByRole('navigation', { name: en.contents });
    await expect(contents.getByRole('link').first()).toBeHidden();
    await contents.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(contents.getByRole('link').first()).toBeVisible();
  });
});

test.describe('The doors to the other language', () => {
  test('lead to the same section', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/#above-100-percent'));
    for (const door of [
      page.getByRole('navigation', { name: en.languages, exact: true }).getByRole('link', { name: '한국어' }),
      page
        .getByRole('navigation', { name: ko.languages, exact: true })
        .getByRole('link', { name: 'English' }),
      page.locator('.language-link a[data-locale]'),
    ]) {
      await door.click();
      await expect(page).toHaveURL(/#above-100-percent$/);
    }
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  });
});

test.describe('Footnotes', () => {
  test('stand beside the lines that call them on a wide screen, none over another', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(notes, { waitUntil: 'networkidle' });
    const places = await placesOfNotes(page);
    expect(places.length).toBeGreaterThan(10);
    const textEnd = await page
      .locator('.prose > p')
      .first()
      .evaluate((p) => p.getBoundingClientRect().right);
    for (const [index, { top, left, call }] of places.entries()) {
      const free = places[index - 1]?.bottom ?? -Infinity;
      expect(left).toBeGreaterThan(textEnd);
      expect(top).toBeGreaterThanOrEqual(free);
      // As high as the call, or right below the note before it.
      expect(Math.min(Math.abs(top - call), top - free)).toBeLessThan(20);
    }
    const end = Math.max(...places.map(({ bottom }) => bottom));
    const footer = await page.getByRole('contentinfo').evaluate((each) => each.getBoundingClientRect().top);
    expect(footer).toBeGreaterThan(end);
  });

  test('move with their lines when the window changes, and go below the text where there is no room', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1300, height: 900 });
    await page.goto(notes, { waitUntil: 'networkidle' });
    await page.setViewportSize({ width: 1100, height: 900 });
    await expect(page.locator('.prose--side-notes')).toHaveCount(0);
    const last = await page
      .locator('.prose > p')
      .last()
      .evaluate((p) => p.getBoundingClientRect().bottom);
    for (const { top } of await placesOfNotes(page)) expect(top).toBeGreaterThan(last);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('stand below the text at any width', async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(notes);
      await expect(page.getByRole('heading', { name: en.footnotes })).toBeVisible();
      await expect(page.locator('.prose--side-notes')).toHaveCount(0);
    });
  });
});

test.describe('On paper', () => {
  test('there is the text alone, in ink on white, with the addresses of its links', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await page.goto(notes);
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('contentinfo')).toBeHidden();
    await expect(page.locator('.contents')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('light');
    const address = await page
      .locator('.prose a[href^="https"]')
      .first()
      .evaluate((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content] as const);
    expect(address[1]).toContain(address[0]);
  });

  test('footnotes stand below the text, on a wide sheet too', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(notes, { waitUntil: 'networkidle' });
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.footnotes li').first()).toHaveCSS('position', 'static');
    await expect(page.locator('.prose')).toHaveCSS('min-height', '0px');
  });
});

test.describe('Going from page to page', () => {
  for (const [motion, isMoving] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    test(`fades ${isMoving ? 'where' : 'nothing where'} motion is ${motion}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: motion });
      await page.goto(addressOf('narani', 'en/'));
      await page.addInitScript(() => {
        addEventListener('pagereveal', (event) => {
          Object.assign(window, { faded: event.viewTransition !== null });
        });
      });
      await page.getByRole('link', { name: en.topics, exact: true }).click();
      await page.waitForURL('**/topics/');
      await expect
        .poll(async () => page.evaluate(() => Reflect.get(window, 'faded') as unknown))
        .toBe(isMoving);
    });
  }
});

interface Place {
  top: number;
  bottom: number;
  left: number;
  /** Top of the number in the text that calls the note. */
  call: number;
}

async function placesOfNotes(page: Page): Promise<Place[]> {
  return page.locator('.footnotes > ol > li').evaluateAll((items) =>
    items.map((item) => {
      const { top, bottom, left } = item.getBoundingClientRect();
      const call = document.getElementById(item.id.replace('fn-', 'fnref-'));
      return { top, bottom, left, call: call?.getBoundingClientRect().top ?? Number.NaN };
    }),
  );
}

/** The colour of the page's ground, as `#rrggbb`. */
async function paper(page: Page): Promise<string> {
  const colour = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  return `#${(colour.match(/\d+/g) ?? []).map((each) => Number(each).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour that the page asks of its browser: of the elements that hold, the first. */
async function barColour(page: Page): Promise<string | undefined> {
  return page
    .locator('meta[name=theme-color]')
    .evaluateAll(
      (metas) =>
        metas.find(
          (meta): meta is HTMLMetaElement =>
            meta instanceof HTMLMetaElement && matchMedia(meta.media || 'all').matches,
        )?.content,
    );
}
