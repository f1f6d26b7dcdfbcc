import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { colors } from '../../identity/colors.ts';
import { addressOf } from '../../tools/sites/pages.ts';

const [ko, en] = await Promise.all([loadDictionary('ko'), loadDictionary('en')]);
const notes = addressOf('narani', 'en/articles/danish-childcare/');

test.describe('The theme', () => {
  const { system, light, dark } = en.theme;

  test('follows the system until the reader chooses one, and the button cycles back to the system', async ({
    page,
  }) => {
    for (const [scheme, first, second] of [
      ['dark', light, dark],
      ['light', dark, light],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(addressOf('narani', 'en/'));
      const opposite = scheme === 'dark' ? 'light' : 'dark';
      expect(await readPaperColor(page)).toBe(colors[scheme].paper);
      await page.getByRole('button', { name: system }).click();
      expect(await readPaperColor(page)).toBe(colors[opposite].paper);
      await page.getByRole('button', { name: first }).click();
      expect(await readPaperColor(page)).toBe(colors[scheme].paper);
      await page.emulateMedia({ colorScheme: opposite });
      expect(await readPaperColor(page), 'against the system').toBe(colors[scheme].paper);
      await page.emulateMedia({ colorScheme: scheme });
      await page.getByRole('button', { name: second }).click();
      await expect(page.getByRole('button', { name: system })).toBeVisible();
      await page.emulateMedia({ colorScheme: opposite });
      expect(await readPaperColor(page), 'with the system').toBe(colors[opposite].paper);
    }
  });

  test('applies to every page before the first paint once it is chosen', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(addressOf('narani', 'en/'));
    await page.getByRole('button', { name: system }).click();
    // Block external scripts, so that only the inline script can set the theme.
    await page.route('**/*.js', async (route) => route.abort());
    for (const path of ['ko/articles/ps-vs-top/', 'no/such/page/']) {
      await page.goto(addressOf('narani', path));
      expect(await readPaperColor(page), path).toBe(colors.dark.paper);
    }
  });

  test('sets the color of the browser’s interface to that of the background', async ({ page }) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(addressOf('narani', 'ko/'));
      expect(await readThemeColor(page)).toBe(colors[scheme].paper);
      expect(await readPaperColor(page)).toBe(colors[scheme].paper);
    }
    await page.goto(addressOf('narani', 'en/'));
    await page.getByRole('button', { name: system }).click();
    expect(await readThemeColor(page)).toBe(colors.light.paper);
  });

  test('can be changed if storage is blocked', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    const thrown: string[] = [];
    page.on('pageerror', ({ message }) => thrown.push(message));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(addressOf('narani', 'en/'));
    await page.getByRole('button', { name: system }).click();
    expect(await readPaperColor(page)).toBe(colors.light.paper);
    expect(thrown).toEqual([]);
  });
});

test.describe('The two titles of an article', () => {
  const article = '.opening .article-list > li';
  for (const [place, path, own, beside] of [
    ['in a list', 'ko/', `${article} .own > a`, `${article} .beside`],
    ['at its head', 'ko/articles/ps-vs-top/', '.article-header h1', '.article-header .beside'],
  ] as const) {
    test(`${place} are side by side on a wide screen, and one below the other on a phone`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(addressOf('narani', path));
      const measure = async () => {
        const [first, second] = await Promise.all([
          page.locator(own).boundingBox(),
          page.locator(beside).boundingBox(),
        ]);
        if (first === null || second === null) throw new Error('A title is not visible');
        return { first, second };
      };
      const wide = await measure();
      expect(wide.second.x).toBeGreaterThan(wide.first.x + wide.first.width);
      expect(Math.abs(wide.second.y - wide.first.y)).toBeLessThan(12);
      await page.setViewportSize({ width: 390, height: 844 });
      const narrow = await measure();
      expect(narrow.second.y).toBeGreaterThanOrEqual(narrow.first.y + narrow.first.height);
      expect(narrow.second.x).toBe(narrow.first.x);
    });
  }

  for (const slug of ['ps-vs-top', 'silent-voicemail', 'danish-childcare'])
    for (const locale of ['ko', 'en'])
      test(`leave room for the text on the first screen of a phone: ${locale}, ${slug}`, async ({ page }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(addressOf('narani', `${locale}/articles/${slug}/`));
        const first = await page.locator('.prose > p').first().boundingBox();
        expect((first?.y ?? Infinity) + 30).toBeLessThan(844);
      });
});

test.describe('The table of contents', () => {
  test('is open in the margin of a wide screen, and marks the current section', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/'));
    const contents = page.getByRole('navigation', { name: en.contents });
    const links = contents.getByRole('link');
    await expect(links.first()).toBeVisible();
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
    const target = links.nth(1);
    await target.click();
    await expect(target).toHaveAttribute('aria-current', 'true');
    await expect(contents.locator('[aria-current]')).toHaveCount(1);
    await expect(target).toBeInViewport();
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
  });

  test('leaves room around its links for the outline of the focus', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/'));
    const contents = page.getByRole('navigation', { name: en.contents });
    const outer = await contents.boundingBox();
    for (const inner of [contents.locator('summary'), contents.getByRole('link').first()]) {
      const box = await inner.boundingBox();
      if (outer === null || box === null) throw new Error('The table of contents is not visible');
      // An outline is 2 px wide, at a distance of 2 px.
      expect(box.x - outer.x).toBeGreaterThanOrEqual(4);
      expect(box.y - outer.y).toBeGreaterThanOrEqual(4);
      expect(outer.x + outer.width - box.x - box.width).toBeGreaterThanOrEqual(4);
    }
  });

  test('is collapsed on a phone, and can be opened by keyboard', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/'));
    const contents = page.getByRole('navigation', { name: en.contents });
    await expect(contents.getByRole('link').first()).toBeHidden();
    await contents.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(contents.getByRole('link').first()).toBeVisible();
  });
});

test.describe('The language links of an article', () => {
  test('lead to the same section', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/articles/ps-vs-top/#above-100-percent'));
    for (const link of [
      page.getByRole('navigation', { name: en.languages, exact: true }).getByRole('link', { name: '한국어' }),
      page
        .getByRole('navigation', { name: ko.languages, exact: true })
        .getByRole('link', { name: 'English' }),
      page.locator('.language-link a[data-locale]'),
    ]) {
      await link.click();
      await expect(page).toHaveURL(/#above-100-percent$/);
    }
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  });
});

test.describe('Footnotes', () => {
  test('are beside their references on a wide screen, without overlap', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(notes, { waitUntil: 'networkidle' });
    const places = await measureNotes(page);
    expect(places.length).toBeGreaterThan(10);
    const textEnd = await page
      .locator('.prose > p')
      .first()
      .evaluate((p) => p.getBoundingClientRect().right);
    for (const [index, { top, left, reference }] of places.entries()) {
      const free = places[index - 1]?.bottom ?? -Infinity;
      expect(left).toBeGreaterThan(textEnd);
      expect(top).toBeGreaterThanOrEqual(free);
      // At the height of the reference, or directly below the previous note.
      expect(Math.min(Math.abs(top - reference), top - free)).toBeLessThan(20);
    }
    const end = Math.max(...places.map(({ bottom }) => bottom));
    const footer = await page.getByRole('contentinfo').evaluate((each) => each.getBoundingClientRect().top);
    expect(footer).toBeGreaterThan(end);
  });

  test('move below the text when the window becomes too narrow', async ({ page }) => {
    await page.setViewportSize({ width: 1300, height: 900 });
    await page.goto(notes, { waitUntil: 'networkidle' });
    await page.setViewportSize({ width: 1100, height: 900 });
    await expect(page.locator('.prose--side-notes')).toHaveCount(0);
    const last = await page
      .locator('.prose > p')
      .last()
      .evaluate((p) => p.getBoundingClientRect().bottom);
    for (const { top } of await measureNotes(page)) expect(top).toBeGreaterThan(last);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('are below the text at any width', async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(notes);
      await expect(page.getByRole('heading', { name: en.footnotes })).toBeVisible();
      await expect(page.locator('.prose--side-notes')).toHaveCount(0);
    });
  });
});

test.describe('In print', () => {
  test('a page has only the text, in light colors, with the URLs of links', async ({ page }) => {
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

  test('footnotes are below the text, also on wide paper', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(notes, { waitUntil: 'networkidle' });
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.footnotes li').first()).toHaveCSS('position', 'static');
    await expect(page.locator('.prose')).toHaveCSS('min-height', '0px');
  });
});

test.describe('Navigation between pages', () => {
  for (const [motion, hasTransition] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    test(`${hasTransition ? 'has a' : 'has no'} view transition with prefers-reduced-motion: ${motion}`, async ({
      page,
    }) => {
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
        .toBe(hasTransition);
    });
  }
});

interface NotePosition {
  top: number;
  bottom: number;
  left: number;
  /** Top of the reference in the text. */
  reference: number;
}

async function measureNotes(page: Page): Promise<NotePosition[]> {
  return page.locator('.footnotes > ol > li').evaluateAll((items) =>
    items.map((item) => {
      const { top, bottom, left } = item.getBoundingClientRect();
      const reference = document.getElementById(item.id.replace('fn-', 'fnref-'));
      return { top, bottom, left, reference: reference?.getBoundingClientRect().top ?? Number.NaN };
    }),
  );
}

/** Reads the background color of a page, as `#rrggbb`. */
async function readPaperColor(page: Page): Promise<string> {
  const color = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  return `#${(color.match(/\d+/g) ?? []).map((each) => Number(each).toString(16).padStart(2, '0')).join('')}`;
}

/** Reads the `theme-color` of a page: that of the first element whose media query matches. */
async function readThemeColor(page: Page): Promise<string | undefined> {
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
