import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { horizontalOverflow } from './horizontal-overflow.ts';

const [ko, en] = await Promise.all([loadDictionary('ko'), loadDictionary('en')]);
const page = { site: 'fixture', path: 'ko/articles/rows/side-by-side/en/' } as const;
const guide = { site: 'narani', path: 'en/articles/writing-guide/side-by-side/ko/' } as const;

test.use({ javaScriptEnabled: false, locale: 'is-IS' });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { site, path } of [page, guide]) {
    test.describe(`Side by side without JavaScript, ${colorScheme}, on ${site}`, () => {
      test.use({ colorScheme });

      test('a wide window shows both cells of a row side by side, the language of the page on the left', async ({
        page,
      }) => {
        const rows = await openRows(page, site, path, 1440);
        const pairs = rows.filter(({ cells }) => cells.length > 1);
        expect(pairs.length).toBeGreaterThan(5);
        for (const { id, cells } of pairs) {
          const [own, other] = cells;
          expect(own?.top, id).toBe(other?.top);
          expect((own?.right ?? 0) < (other?.left ?? 0), id).toBe(true);
        }
        expect(await horizontalOverflow(page)).toBe(0);
      });

      test('a narrow window stacks the cells, and the second has a border', async ({ page }) => {
        const rows = await openRows(page, site, path, 360);
        for (const { id, cells } of rows.filter(({ cells }) => cells.length > 1)) {
          const [own, other] = cells;
          expect((own?.bottom ?? 0) <= (other?.top ?? 0), id).toBe(true);
          expect([own?.border, other?.border], id).toEqual(['0px', '5px']);
        }
        expect(await horizontalOverflow(page)).toBe(0);
      });
    });
  }
}

test('rows do not overlap', async ({ page: tab }) => {
  for (const width of [360, 1440]) {
    const rows = await openRows(tab, page.site, page.path, width);
    for (const [index, row] of rows.entries())
      expect(row.top, row.id).toBeGreaterThanOrEqual((rows[index - 1]?.bottom ?? 0) - 1);
  }
});

test('content that both languages share is shown once, with captions in both languages', async ({
  page: tab,
}) => {
  await tab.goto(addressOf(page.site, page.path));
  const shared = tab.locator('.row--shared > [data-side=both]');
  await expect(shared).toHaveCount(3);
  await expect(tab.locator('.rows .code')).toHaveCount(2);
  await expect(tab.locator('.rows img')).toHaveCount(1);
  await expect(tab.locator('.rows .image figcaption')).toHaveText('그림 설명A caption');
  await expect(tab.locator('.rows .image [lang=en]')).toHaveText('A caption');
});

test('a gap explains in the language of the page what is missing', async ({ page: tab }) => {
  await tab.goto(addressOf(page.site, page.path));
  await expect(tab.locator('.gap')).toHaveText([ko.sideBySide.gap('한국어')]);
  await expect(tab.locator('.gap')).toBeVisible();
  await tab.goto(addressOf(page.site, 'en/articles/rows/side-by-side/ko/'));
  await expect(tab.locator('.gap')).toHaveText([en.sideBySide.gap('Korean')]);
});

test('a callout across several rows looks like one box', async ({ page: tab }) => {
  await openRows(tab, page.site, page.path, 1440);
  // In the second column, whose text is shorter, the background of the box continues down to the next row.
  const pieces = tab.locator('[data-side=other] > .callout');
  await expect(pieces).toHaveCount(3);
  const [middle, last] = [await pieces.nth(1).boundingBox(), await pieces.nth(2).boundingBox()];
  const under = await pieces.nth(1).evaluate((piece) => getComputedStyle(piece, '::after').backgroundColor);
  expect(under).toBe(await pieces.nth(1).evaluate((piece) => getComputedStyle(piece).backgroundColor));
  const end = await pieces.nth(1).evaluate((piece) => piece.closest('.row')?.getBoundingClientRect().bottom);
  expect(end).toBeCloseTo(last?.y ?? 0, 0);
  expect((middle?.y ?? 0) + (middle?.height ?? 0)).toBeLessThan(last?.y ?? 0);
});

test('lists across rows continue their numbering, and each item has one marker', async ({ page: tab }) => {
  await tab.goto(addressOf(page.site, page.path));
  const second = tab.locator('[data-side=own] > ol[start="2"] > li');
  await expect(second).toHaveCount(3);
  await expect(second.first()).toHaveCSS('list-style-type', 'decimal');
  await expect(second.last()).toHaveCSS('list-style-type', 'none');
});

for (const { site, path } of [page, guide]) {
  test(`there are no duplicate ids and no broken fragment links, on ${site}`, async ({ page: tab }) => {
    await tab.goto(addressOf(site, path));
    const ids = await tab.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const hashes = await tab
      .locator('a[href^="#"]')
      .evaluateAll((links) =>
        links.map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')),
      );
    expect(hashes.filter((hash) => !ids.includes(hash))).toEqual([]);
  });

  test(`links to single texts have existing targets, on ${site}`, async ({ page: tab }) => {
    await tab.goto(addressOf(site, path));
    const hrefs = await tab
      .locator('[data-reading=single]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.length).toBeGreaterThan(4);
    const ids = new Map<string, string[]>();
    for (const href of hrefs) {
      const { origin, pathname, hash } = new URL(href);
      if (!ids.has(pathname)) {
        await tab.goto(origin + pathname);
        ids.set(pathname, await tab.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
      }
      if (hash !== '') expect(ids.get(pathname)).toContain(decodeURIComponent(hash.slice(1)));
    }
    expect(ids.size).toBe(2);
  });
}

test('a reader can open the side-by-side page, swap the columns, and return to a single text', async ({
  page: tab,
}) => {
  await tab.goto(addressOf(page.site, 'ko/articles/rows/'));
  await tab.getByRole('link', { name: ko.sideBySide.read }).click();
  await expect(tab).toHaveURL(addressOf(page.site, page.path));
  await tab.getByRole('link', { name: ko.sideBySide.swap }).click();
  await expect(tab).toHaveURL(addressOf(page.site, 'en/articles/rows/side-by-side/ko/'));
  const columns = tab.getByRole('navigation', { name: en.sideBySide.columns });
  await columns.getByRole('link', { name: '한국어' }).click();
  await expect(tab).toHaveURL(addressOf(page.site, 'ko/articles/rows/'));
});

test('the cells of the page’s language contain the blocks of the article in order', async ({ page: tab }) => {
  const words = async (selector: string): Promise<string> =>
    (
      await tab.locator(selector).evaluateAll((all) =>
        all.map((each) => {
          for (const link of each.querySelectorAll('[data-reading]')) link.remove();
          for (const caption of each.querySelectorAll('figcaption [lang]')) caption.remove();
          return each.textContent;
        }),
      )
    )
      .join('')
      .replace(/\s+/g, '');
  await tab.goto(addressOf(guide.site, guide.path));
  const inRows = await words('[data-side=own].cell, [data-side=both]');
  await tab.goto(addressOf(guide.site, 'en/articles/writing-guide/'));
  expect(inRows).toBe(await words('.prose'));
});

interface Box {
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** Width of the border at the start. */
  border: string;
}

/** Opens a page in a window of this width, and measures its rows and their cells. */
async function openRows(page: Page, site: 'narani' | 'fixture', path: string, width: number) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(addressOf(site, path), { waitUntil: 'networkidle' });
  return page.locator('.row').evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.id,
      top: row.getBoundingClientRect().top,
      bottom: row.getBoundingClientRect().bottom,
      cells: [...row.querySelectorAll(':scope > [data-side]')].map((cell): Box => {
        const { top, right, bottom, left } = cell.getBoundingClientRect();
        return { top, right, bottom, left, border: getComputedStyle(cell).borderInlineStartWidth };
      }),
    })),
  );
}
