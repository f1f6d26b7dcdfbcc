import { expect, test, type Page, type Route } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf } from '../../tools/sites/pages.ts';

const { search: words } = await loadDictionary('ko');

/**
 * A file of each kind in the index, and the words of the notice if it is missing: a newer index may have replaced it. If a text can’t be
 * read, the hits are shown without excerpts.
 */
const files: readonly (readonly [what: string, pattern: string, missing: string, unread?: string])[] = [
  ['the manifest', '**/search/index.json', words.unreachable],
  ['the subjects', '**/search/subjects.*', words.outdated],
  ['an outline', '**/search/outline.ko.*', words.outdated],
  ['a piece of the lexicon', '**/search/lexicon.*', words.outdated],
  ['a text', '**/search/text/*', words.outdated, words.incomplete],
  ['the entry of Pagefind', '**/search/pagefind/pagefind-entry.json*', words.unreachable],
  ['the metadata of Pagefind', '**/search/pagefind/*.pf_meta*', words.unreachable],
  ['postings', '**/search/pagefind/index/*', words.unreachable],
  ['the program of Pagefind', '**/search/pagefind/wasm*', words.unreachable],
  ['the script of Pagefind', '**/search/pagefind/pagefind.js*', words.unreachable],
];

const html = { status: 200, contentType: 'text/html', body: '<!doctype html>\n<title>Sorry 1</title>\n' };

/** Ways in which a host can fail to deliver a file. */
const failures: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is cut off': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
  },
  'is empty': async (route) => route.fulfill({ status: 200, body: '' }),
  'is replaced by a page': async (route) => route.fulfill(html),
  'is missing': async (route) => route.fulfill({ ...html, status: 404 }),
  'can’t be reached': async (route) => route.abort('internetdisconnected'),
};

for (const [what, pattern, missing, unread = words.unreachable] of files) {
  test(`If ${what} can’t be read, the search page says so, and finds the articles once it can`, async ({
    page,
  }) => {
    for (const [how, fail] of Object.entries(failures)) {
      await test.step(how, async () => {
        await page.route(pattern, fail);
        await page.goto(addressOf('narani', 'ko/search/?q=커널'));
        await expect(notice(page)).toContainText(how === 'is missing' ? missing : unread);
        await expect(notice(page).getByRole('link', { name: words.allArticles })).toBeVisible();
        await page.unroute(pattern);
        await notice(page).getByRole('button').click();
        await expect(hits(page).first()).toBeVisible();
      });
    }
  });
}

test('If the network is lost while the dialog is open, it says so, and finds the articles after it returns', async ({
  page,
  context,
}) => {
  await page.goto(addressOf('narani', 'ko/'));
  await page.keyboard.press('Control+KeyK');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('커널');
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await context.setOffline(true);
  await dialog.getByRole('combobox').fill('음성사서함');
  await expect(dialog.getByRole('status')).toHaveText(words.unreachable);
  await context.setOffline(false);
  await dialog.getByRole('button', { name: words.tryAgain }).click();
  await expect(dialog.getByRole('option').first()).toBeVisible();
});

const notice = (page: Page) => page.locator('.search-note');
const hits = (page: Page) => page.locator('.search-output h2 a, .search-output li a');
