import { expect, test, type TestInfo } from '@playwright/test';
import { otherBrowsers, whySkipped } from '../../tools/browser/other-browsers.ts';
import type { RemotePage } from '../../tools/browser/remote-page.ts';
import { addressOf } from '../../tools/sites/pages.ts';

/** Parts whose boxes are compared with Chromium's. The height of a part with running text depends on line breaks. */
const parts = [
  '.site-bar',
  '.site-name',
  '.site-nav',
  '.site-tools',
  'main',
  'h1',
  '.prose',
  '.prose > p',
  '.row',
  'main > .search-form',
  '.site-footer',
];

/** Pages and widths to compare. WebKit's window can't be narrower than 447 px. */
const layouts = [
  { path: 'ko/', widths: [480, 768, 1100, 1440, 1920] },
  { path: 'en/', widths: [1100] },
  { path: 'ko/articles/silent-voicemail/', widths: [480, 1440] },
  { path: 'ko/articles/ps-vs-top/side-by-side/en/', widths: [480, 1440] },
  { path: 'ko/search/', widths: [480, 1440] },
] as const;

/** Largest difference of a box, in CSS pixels: engines round the advances of glyphs differently. */
const tolerance = 6;

for (const browser of otherBrowsers) {
  test.describe(browser.name, () => {
    // One browser for all tests in order.
    test.describe.configure({ mode: 'default' });
    let remote: RemotePage;
    test.beforeAll(async () => {
      const reason = whySkipped(browser);
      test.skip(reason !== undefined, reason);
      const start = browser.find();
      if (start !== undefined) remote = await start();
    });
    test.afterAll(async () => {
      await (remote as RemotePage | undefined)?.close();
    });

    for (const { path, widths } of layouts) {
      test(`lays out ${path} like Chromium`, async ({ page }, info) => {
        for (const width of widths) {
          await remote.resize(width, 900);
          await open(remote, path);
          const boxes = await remote.evaluate(measure, parts);
          await attachScreenshot(remote, info, `${width}`);
          expect(await remote.evaluate(horizontalOverflow), `${width} px: overflow`).toBe(0);
          await page.setViewportSize({ width, height: 900 });
          await page.goto(addressOf('narani', path));
          const expected = await page.evaluate(measure, parts);
          expect(differences(boxes, expected), `at ${width} px`).toEqual([]);
        }
      });
    }

    test('finds an article by keyboard, and highlights the words there', async () => {
      await remote.resize(1440, 900);
      await open(remote, 'ko/');
      await remote.press('/');
      await becomes(remote, () => document.activeElement?.getAttribute('role'), 'combobox');
      await remote.type('음성사서함');
      // Before the answer is there.
      await remote.press('Enter');
      await becomes(remote, () => location.pathname, '/ko/articles/silent-voicemail/');
      await becomes(remote, () => (CSS.highlights.get('narani-search')?.size ?? 0) > 0, true);
    });

    test('goes back from a hit to the query on the search page', async () => {
      await open(remote, 'ko/search/?q=커널');
      await becomes(remote, hasHits, true);
      await remote.click('.search-hits a');
      await becomes(remote, () => location.pathname.startsWith('/ko/articles/'), true);
      await remote.evaluate(() => {
        history.back();
      });
      await becomes(remote, () => document.querySelector<HTMLInputElement>('main input')?.value, '커널');
      await becomes(remote, hasHits, true);
    });

    test('switches the theme, and keeps it', async () => {
      await open(remote, 'ko/');
      const before = await remote.evaluate(background);
      await remote.click('.theme');
      const after = await remote.evaluate(background);
      expect(after, 'the first press changes the colors').not.toBe(before);
      await open(remote, 'ko/articles/');
      expect(await remote.evaluate(background)).toBe(after);
      await remote.evaluate(() => {
        localStorage.clear();
      });
    });

    test('switches the language at the same place of an article', async () => {
      await open(remote, 'ko/articles/silent-voicemail/');
      const id = await remote.evaluate(() => {
        const heading = [...document.querySelectorAll('.prose h2')].at(2);
        heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
        return heading?.id ?? '';
      });
      // A press at the top of the page would scroll there first.
      await remote.evaluate(() => {
        document.querySelector<HTMLElement>('.site-tools a[data-locale=en]')?.click();
      });
      await becomes(remote, () => location.pathname, '/en/articles/silent-voicemail/');
      const top = (anchor: string): boolean => {
        const y = document.getElementById(anchor)?.getBoundingClientRect().top ?? -1;
        return y >= -40 && y < innerHeight / 2;
      };
      await expect.poll(async () => remote.evaluate(top, id).catch(() => false)).toBe(true);
    });

    test('shows the counterpart of a block, and closes it by Escape', async () => {
      await open(remote, 'ko/articles/silent-voicemail/');
      // The first press over the text loads the buttons.
      await remote.click('.prose > p');
      await becomes(remote, () => document.querySelector('.peek') !== null, true);
      await remote.click('.peek');
      await becomes(remote, () => document.querySelector('.peeked')?.getAttribute('lang'), 'en');
      await becomes(remote, () => document.querySelector('.peeked')?.ariaBusy ?? null, null);
      await remote.press('Escape');
      await becomes(remote, () => document.querySelector('.peeked'), null);
    });

    test('plays a figure', async () => {
      await open(remote, 'ko/articles/ps-vs-top/');
      await remote.evaluate(() => {
        document.querySelector('#ps-vs-top')?.scrollIntoView({ behavior: 'instant' });
        dispatchEvent(new Event('scroll'));
      });
      await becomes(remote, () => document.querySelector('#ps-vs-top .figure-play') !== null, true);
      const slider = (): string | undefined =>
        document.querySelector<HTMLInputElement>('#ps-vs-top .figure-player input')?.value;
      const before = await remote.evaluate(slider);
      await remote.click('#ps-vs-top .figure-play');
      await expect.poll(async () => remote.evaluate(slider)).not.toBe(before);
    });

    test('shows both languages side by side', async () => {
      await remote.resize(1440, 900);
      await open(remote, 'ko/articles/silent-voicemail/side-by-side/en/');
      const rows = await remote.evaluate(() =>
        [...document.querySelectorAll('.row')].flatMap(({ children: [own, other] }) =>
          own === undefined || other === undefined
            ? []
            : [
                [own.getBoundingClientRect(), other.getBoundingClientRect()].map(({ left, top }) => [
                  left,
                  top,
                ]),
              ],
        ),
      );
      expect(rows.length).toBeGreaterThan(5);
      for (const [own, other] of rows) {
        expect(Math.abs((own?.[1] ?? 0) - (other?.[1] ?? 0))).toBeLessThan(1);
        expect(own?.[0]).toBeLessThan(other?.[0] ?? 0);
      }
    });
  });
}

/** Opens a page of the project's own site and waits for its fonts. */
async function open(remote: RemotePage, path: string): Promise<void> {
  await remote.open(addressOf('narani', path));
  await remote.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Waits until a function returns a value in the page. */
async function becomes<Value>(remote: RemotePage, read: () => Value, value: Value): Promise<void> {
  // While a page is left, WebKit runs nothing in it.
  await expect.poll(async () => remote.evaluate(read).catch(() => 'leaving a page')).toBe(value);
}

/** A part of a page, by its selector, and its box in CSS pixels. */
interface PartBox {
  part: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Runs in the page: measures the first element of each selector. */
function measure(selectors: readonly string[]): PartBox[] {
  return selectors.flatMap((part) => {
    const element = document.querySelector(part);
    if (element === null) return [];
    const { x, y, width, height } = element.getBoundingClientRect();
    return [{ part, x, y, width, height }];
  });
}

/** Compares boxes: where each part begins across, its width, and in the header also its top and height. */
function differences(boxes: readonly PartBox[], expected: readonly PartBox[]): string[] {
  if (boxes.length !== expected.length) return ['other parts are there'];
  return expected.flatMap((one, nth) => {
    const other = boxes[nth] ?? one;
    const isHeader = one.part.startsWith('.site-') && one.part !== '.site-footer';
    const sides = isHeader ? (['x', 'y', 'width', 'height'] as const) : (['x', 'width'] as const);
    return sides
      .filter((side) => Math.abs(one[side] - other[side]) > tolerance)
      .map((side) => `${one.part}: ${side} is ${other[side]}, in Chromium ${one[side]}`);
  });
}

async function attachScreenshot(remote: RemotePage, info: TestInfo, name: string): Promise<void> {
  await info.attach(name, { body: Buffer.from(await remote.screenshot()), contentType: 'image/png' });
}

/** Runs in the page. */
function horizontalOverflow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** Runs in the page. */
function background(): string {
  return getComputedStyle(document.documentElement).backgroundColor;
}

/** Runs in the page: returns whether a whole answer with hits is on screen. */
function hasHits(): boolean {
  const output = document.querySelector('.search-output');
  return output?.ariaBusy !== 'true' && output?.querySelector('.search-hits a') != null;
}
