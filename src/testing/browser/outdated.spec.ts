import { expect, test, type Locator, type Page } from '@playwright/test';
import { languageName, loadDictionary } from '../../locale/index.ts';
import { addressOf } from '../../tools/sites/pages.ts';

const [ko, en] = await Promise.all([loadDictionary('ko'), loadDictionary('en')]);

/** Outdated translations in both languages. */
const outdated = [
  {
    locale: 'en',
    slug: 'outdated',
    from: 'ko',
    words: en,
    sections: ['The beginning', 'What you need', 'Boiling'],
  },
  {
    locale: 'ko',
    slug: 'outdated-korean',
    from: 'en',
    words: ko,
    sections: ['시작 부분', '축척'],
  },
] as const;

for (const { locale, slug, from, words, sections } of outdated) {
  test.describe(`An outdated translation into ${locale}`, () => {
    const address = addressOf('fixture', `${locale}/articles/${slug}/`);
    test.beforeEach(async ({ page }) => {
      await page.goto(address);
    });

    test('has a notice at the top with a link to the original', async ({ page }) => {
      const notice = findNotice(page);
      await expect(notice).toBeVisible();
      const language = languageName(from, locale);
      await expect(notice).toContainText(language);
      await notice.getByRole('link', { name: words.readOriginal(language) }).click();
      await expect(page).toHaveURL(addressOf('fixture', `${from}/articles/${slug}/`));
      await expect(findNotice(page)).toHaveCount(0);
      await expect(page.locator('.revision')).toHaveCount(0);
    });

    test('links to each changed section', async ({ page }) => {
      for (const section of sections) {
        await findNotice(page).getByRole('link', { name: section }).click();
        const target = page.locator(':target');
        await expect(target, section).toBeInViewport();
        await page.goto(address);
      }
    });

    test('has marks without links on the side-by-side page', async ({ page }) => {
      await page.goto(addressOf('fixture', `${locale}/articles/${slug}/side-by-side/${from}/`));
      const marks = page.getByRole('note');
      expect(await marks.count()).toBeGreaterThan(2);
      await expect(marks.first()).toBeVisible();
      await expect(marks.getByRole('link')).toHaveCount(0);
    });

    test('marks each changed passage in words, not only by color', async ({ page }) => {
      const marks = page.getByRole('note');
      const texts = await marks.allInnerTexts();
      expect(texts.length).toBeGreaterThan(2);
      for (const text of texts) {
        expect(text).toContain(words.revision.compare);
        const { changed, removed } = words.revision;
        const added = [1, 2, 3].map(words.revision.added);
        expect(
          [changed, removed, ...added].some((each) => text.startsWith(each)),
          text,
        ).toBe(true);
      }
    });

    test('is printed with notice and marks', async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('note').first()).toBeVisible();
      await expect(findNotice(page)).toBeVisible();
    });
  });

  test.describe(`Without JavaScript, an outdated translation into ${locale}`, () => {
    test.use({ javaScriptEnabled: false });

    test('links each mark to the passage on the side-by-side page', async ({ page }) => {
      const address = addressOf('fixture', `${locale}/articles/${slug}/`);
      await page.goto(address);
      const count = await page.getByRole('note').count();
      for (let index = 0; index < count; index += 1) {
        const mark = page.getByRole('note').nth(index);
        await mark.getByRole('link', { name: words.revision.compare }).click();
        await expect(page).toHaveURL(new RegExp(`/${locale}/articles/${slug}/side-by-side/${from}/#`));
        await expect(page.locator(':target')).toBeInViewport();
        await page.goto(address);
      }
    });
  });
}

test('A changed passage is in the same row as its original on the side-by-side page', async ({ page }) => {
  await page.goto(addressOf('fixture', 'en/articles/outdated/'));
  await page.getByRole('note').first().getByRole('link').click();
  const row = page.locator('.row:has(:target)');
  await expect(row).toContainText('Water boils at 100 degrees Celsius.');
  await expect(row).toContainText('산 위에서는 그보다 낮은 온도에서 끓는다.');
});

test('Copied code does not contain its mark', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(addressOf('fixture', 'en/articles/outdated/'));
  await page.getByRole('button', { name: en.copy }).click();
  await expect(page.getByRole('button', { name: en.copied })).toBeVisible();
  expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe('kettle --celsius 100');
});

function findNotice(page: Page): Locator {
  return page.locator('.outdated');
}
