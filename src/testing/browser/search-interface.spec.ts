import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { fakeSearch, hit, readSearchLog, marked, waitForAnswer, type Replies } from './fake-search.ts';
import { watchPage } from './watch-page.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { horizontalOverflow } from './horizontal-overflow.ts';

const [ko, en] = await Promise.all([loadDictionary('ko'), loadDictionary('en')]);

const topics = [
  { id: 'linux', label: 'Linux', count: 2 },
  { id: 'voip', label: 'VoIP', count: 1 },
];

const manyTopics = Array.from({ length: 30 }, (_, nth) => ({
  id: `topic-${nth}`,
  label: `Topic number ${nth}`,
  count: 30 - nth,
}));

const ps = hit({
  slug: 'ps-vs-top',
  title: marked('Why ps and [top] disagree about CPU usage'),
  sections: [
    {
      href: '/en/articles/ps-vs-top/#above-100-percent',
      heading: marked('Above 100%'),
      locale: 'en',
      excerpt: marked('[top] shows more than 100% for a process of several threads.'),
      words: ['top'],
    },
  ],
});

const voicemail = hit({
  slug: 'silent-voicemail',
  title: marked('The silent voicemail'),
  description: marked('A call that nobody hears.'),
  matchLocale: 'ko',
});

const daycare = hit({ slug: 'danish-childcare', title: marked('How Danish daycare works') });

const replies: Replies = {
  '': { answer: { topics } },
  top: { answer: { hits: [ps, voicemail], topics } },
  'top #linux': { answer: { hits: [ps], topics } },
  tops: { answer: { hits: [daycare, voicemail, ps], topics } },
  새ㅔ: {
    answer: { hits: [ps], rewritings: [{ text: 'top', kind: 'layout' }], leftOut: ['zzz'], topics },
  },
  '"새ㅔ"': { answer: { suggestions: ['top'] } },
  slow: { answer: { hits: [daycare] }, delayMs: 700 },
  late: { answer: { hits: [ps, voicemail], topics }, wholeDelayMs: 1500 },
  'late #linux': { answer: { hits: [ps], topics } },
  lost: { failure: 'unreachable' },
  partly: { answer: { hits: [daycare] }, wholeFailure: 'unreachable' },
  old: { failure: 'outdated' },
  many: { answer: { hits: [ps, voicemail], topics: manyTopics } },
  'many #topic-29': { answer: { hits: [ps], topics: manyTopics } },
  덴마크: { answer: { hits: [hit({ slug: daycare.slug, title: marked('[덴마크]의 어린이집') }, '/ko/')] } },
};

const article = addressOf('narani', 'en/articles/silent-voicemail/');

/** Opens a page and the search dialog over it. Returns the field. */
async function openDialog(page: Page, address = article): Promise<Locator> {
  await page.goto(address);
  await page.keyboard.press('Control+KeyK');
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  return field;
}

const options = (page: Page): Locator => page.getByRole('option');
const output = (page: Page): Locator => page.locator('.search-output');
const active = (page: Page): Locator => page.locator('[role=option][aria-selected=true]');

/** Presses the last hit of a partial answer and holds it until the whole answer has come. Returns the field. */
async function pressWhileAnswering(page: Page): Promise<Locator> {
  const field = await openDialog(page);
  await field.fill('late');
  await options(page).last().hover();
  await page.mouse.down();
  await waitForAnswer(page, 'late');
  return field;
}

test.describe('The search dialog', () => {
  test.beforeEach(async ({ page }) => fakeSearch(page, replies));

  test('loads no script before it is opened', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(article, { waitUntil: 'networkidle' });
    const named = await page
      .locator('script[src]')
      .evaluateAll((all) => all.map((each) => (each as HTMLScriptElement).src));
    expect(scripts.toSorted()).toEqual(named.toSorted());
    await page.keyboard.press('Slash');
    await expect(page.getByRole('combobox')).toBeFocused();
    expect(scripts.length).toBeGreaterThan(named.length);
  });

  test('causes no console message and no violation of the content security policy', async ({ page }) => {
    const { problems } = watchPage(page);
    const field = await openDialog(page);
    await field.fill('top');
    await expect(options(page)).toHaveCount(3);
    expect(problems).toEqual([]);
  });

  for (const key of ['Control+KeyK', 'Meta+KeyK', 'Slash']) {
    test(`opens by ${key}, closes by Escape and returns the focus`, async ({ page }) => {
      await page.goto(article);
      const before = page.getByRole('navigation', { name: en.siteNavigation }).getByRole('link').first();
      await before.focus();
      await page.keyboard.press(key);
      await expect(page.getByRole('combobox')).toBeFocused();
      await expect(page.getByRole('combobox')).toHaveValue('');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(before).toBeFocused();
    });
  }

  test('opens and closes by buttons, and returns the focus to the first', async ({ page }) => {
    await page.goto(article);
    const opener = page.getByRole('link', { name: en.search.search, exact: true });
    await opener.click();
    await page.getByRole('button', { name: en.search.close }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('leaves a click for a new tab to the link, which opens the search page', async ({ page, context }) => {
    await page.goto(article);
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: en.search.search, exact: true }).click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(tab).toHaveURL(addressOf('narani', 'en/search/'));
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('closes by a click on the backdrop', async ({ page }) => {
    await openDialog(page);
    await page.mouse.click(5, 400);
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('shows hits during typing, announces their number, and opens the first by Enter', async ({ page }) => {
    const field = await openDialog(page);
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.type('top');
    await expect(options(page)).toHaveCount(3);
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('status')).toHaveText(en.search.found(2));
    await expect(options(page).first().locator('mark')).toHaveText('top');
    await expect(field).toHaveAttribute(
      'aria-activedescendant',
      (await active(page).getAttribute('id')) ?? '',
    );
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/ps-vs-top/'));
  });

  test('moves through articles and sections by arrow keys, and leaves Home and End to the field', async ({
    page,
  }) => {
    const field = await openDialog(page);
    await page.keyboard.type('top');
    await expect(active(page)).toContainText('Why ps');
    await page.keyboard.press('ArrowDown');
    await expect(active(page)).toContainText('Above 100%');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(active(page)).toContainText('The silent voicemail');
    await page.keyboard.press('Home');
    expect(await field.evaluate((input) => (input as HTMLInputElement).selectionStart)).toBe(0);
    await expect(active(page)).toContainText('The silent voicemail');
    await expect(field).toBeFocused();
  });

  test('opens a hit in a new tab by Ctrl Enter, and stays open', async ({ page, context }) => {
    await openDialog(page);
    await page.keyboard.type('top');
    await expect(active(page)).toBeVisible();
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await expect(tab).toHaveURL(addressOf('narani', 'en/articles/ps-vs-top/'));
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('keeps the selected hit when new hits are listed before it', async ({ page }) => {
    await openDialog(page);
    await page.keyboard.type('top');
    await expect(active(page)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('s');
    await expect(options(page)).toHaveCount(4);
    await expect(active(page)).toContainText('Above 100%');
  });

  test('keeps stale hits while the next answer is pending, with aria-busy', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('top');
    await expect(options(page)).toHaveCount(3);
    await field.fill('slow');
    await expect(output(page)).toHaveAttribute('aria-busy', 'true');
    await expect(options(page)).toHaveCount(3);
    await expect(options(page)).toHaveCount(1);
    await expect(output(page)).toHaveAttribute('aria-busy', 'false');
    await expect(page).toHaveURL(article);
  });

  test('opens the first hit of a pending answer as soon as it comes, by an Enter before it', async ({
    page,
  }) => {
    const field = await openDialog(page);
    await field.fill('top');
    await expect(active(page)).toContainText('Why ps');
    await field.fill('slow');
    await page.keyboard.press('Enter');
    await expect(output(page)).toHaveAttribute('aria-busy', 'true');
    await expect(page, 'not the hit of the query before').toHaveURL(article);
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/danish-childcare/'));
  });

  for (const [what, act] of [
    ['typing', async (page: Page) => page.keyboard.type('er')],
    ['moving the selection', async (page: Page) => page.keyboard.press('ArrowDown')],
    ['closing search', async (page: Page) => page.keyboard.press('Escape')],
  ] as const) {
    test(`forgets an Enter before the answer after ${what}`, async ({ page }) => {
      const field = await openDialog(page);
      await field.fill('top');
      await expect(active(page)).toContainText('Why ps');
      await field.fill('slow');
      await page.keyboard.press('Enter');
      await act(page);
      await waitForAnswer(page, 'slow');
      await waitUntilDrawn(page);
      await expect(page).toHaveURL(article);
    });
  }

  test('opens the newer hit once it is drawn if a press defers it', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('top');
    await expect(active(page)).toContainText('Why ps');
    await options(page).last().dispatchEvent('pointerdown');
    await field.fill('tops');
    await waitForAnswer(page, 'tops');
    await page.keyboard.press('Enter');
    await expect(options(page)).toHaveCount(3);
    await expect(page, 'not the hit on screen').toHaveURL(article);
    await page.evaluate(() => dispatchEvent(new PointerEvent('pointerup')));
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/danish-childcare/'));
  });

  test('drops a stale response', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('slow');
    await field.fill('top');
    await waitForAnswer(page, 'top');
    await page.waitForFunction(() => globalThis.searchLog?.answered.some(({ query }) => query === 'slow'));
    await expect(output(page)).toHaveAttribute('aria-busy', 'false');
    await expect(options(page)).toHaveCount(3);
  });

  test('explains what it searched for instead and which words it dropped, and offers a literal search', async ({
    page,
  }) => {
    const field = await openDialog(page);
    await field.fill('새ㅔ');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(en.search.searchedFor('top'));
    await expect(dialog).toContainText(en.search.leftOut('zzz'));
    await dialog.getByRole('link', { name: en.search.literal('새ㅔ') }).click();
    await expect(dialog).toContainText(en.search.nothing('새ㅔ'));
    await expect(page.getByRole('status')).toHaveText(en.search.nothing('새ㅔ'));
    await expect(field).toBeFocused();
    await dialog.getByRole('link', { name: 'top', exact: true }).click();
    await expect(field).toHaveValue('top');
    await expect(options(page)).toHaveCount(3);
  });

  test('opens the hit that is pressed while the whole answer arrives', async ({ page }) => {
    await pressWhileAnswering(page);
    await expect(page.getByRole('status')).not.toHaveText(en.search.found(2));
    await page.mouse.up();
    await expect(page).toHaveURL(/\/articles\/silent-voicemail\//);
  });

  test('shows an answer that arrived during a press after the release', async ({ page }) => {
    const field = await pressWhileAnswering(page);
    await field.hover();
    await page.mouse.up();
    await expect(page.getByRole('status')).toHaveText(en.search.found(2));
    await expect(page.getByRole('dialog').locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
  });

  test('links to all topics and all articles if nothing is found', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('nothing like it');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('link', { name: 'Linux' })).toHaveAttribute('href', '/en/topics/linux/');
    await dialog.getByRole('link', { name: en.search.allArticles }).click();
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/'));
  });

  test('labels hits that match only in the other language', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('top');
    await expect(options(page).last()).toContainText(en.search.foundIn('Korean'));
    await expect(options(page).first()).not.toContainText(en.search.foundIn('Korean'));
  });

  test('limits hits to a topic and removes the limit, the focus going back to the field', async ({
    page,
  }) => {
    const field = await openDialog(page);
    await field.fill('top');
    const button = page.getByRole('button', { name: 'Linux' });
    await button.focus();
    await page.keyboard.press('Space');
    await expect(options(page)).toHaveCount(2);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(field).toBeFocused();
    await button.press('Space');
    await expect(options(page)).toHaveCount(3);
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect(field).toBeFocused();
  });

  test('limits hits to a topic by a Space that is held while the whole answer arrives', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('late');
    const button = page.getByRole('button', { name: 'Linux' });
    await button.focus();
    await page.keyboard.down('Space');
    await waitForAnswer(page, 'late');
    await page.keyboard.up('Space');
    await expect(options(page)).toHaveCount(2);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  });

  for (const width of [360, 1440]) {
    test(`shows topics on one line, which unfolds, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const field = await openDialog(page);
      await field.fill('many');
      await expect(active(page)).toBeVisible();
      const row = page.getByRole('group', { name: en.search.narrow });
      const buttons = row.locator('[aria-pressed]');
      const fold = row.locator('[aria-expanded]');
      await expect(buttons).toHaveCount(30);
      const height = async () => (await row.boundingBox())?.height;
      const shown = async () => buttons.filter({ visible: true }).count();
      await expect(fold).toHaveAttribute('aria-expanded', 'false');
      expect(await shown()).toBeGreaterThan(0);
      expect(await shown()).toBeLessThan(8);
      await expect(fold).toHaveText(en.search.moreTopics(30 - (await shown())));
      await expect(fold).toBeInViewport({ ratio: 1 });
      expect(await height()).toBeLessThan(60);
      await fold.focus();
      await page.keyboard.press('Enter');
      await expect(fold).toHaveAttribute('aria-expanded', 'true');
      await expect(fold).toBeFocused();
      expect(await shown()).toBe(30);
      // The topic that is chosen stays visible after the row is folded.
      await buttons.last().click();
      await expect(options(page)).toHaveCount(2);
      expect(await shown()).toBe(30);
      await fold.click();
      await expect(fold).toHaveAttribute('aria-expanded', 'false');
      await expect(row.locator('[aria-pressed=true]')).toBeVisible();
      await expect(row.locator('[aria-pressed=true]')).toContainText('Topic number 29');
      expect(await height()).toBeLessThan(60);
    });
  }

  test('folds topics again when the window gets narrower', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('top');
    await expect(active(page)).toBeVisible();
    const button = page.getByRole('button', { name: 'VoIP' });
    await expect(button).toBeVisible();
    await expect(page.locator('.search-fold')).toBeHidden();
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.search-topics')?.style.setProperty('width', '9rem');
    });
    await expect(page.locator('.search-fold')).toHaveText(en.search.moreTopics(1));
    await expect(button).toBeHidden();
  });

  test('reports that it could not be loaded, retries, and links to all articles', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('lost');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(en.search.unreachable);
    await expect(page.getByRole('status')).toHaveText(en.search.unreachable);
    await expect(dialog.getByRole('link', { name: en.search.allArticles })).toBeVisible();
    await dialog.getByRole('button', { name: en.search.tryAgain }).click();
    await expect(dialog).toContainText(en.search.unreachable);
    await field.fill('top');
    await expect(options(page)).toHaveCount(3);
  });

  test('keeps the hits of a partial answer if the rest could not be loaded', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('partly');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(en.search.incomplete);
    await expect(page.getByRole('status')).toHaveText(en.search.incomplete);
    await expect(options(page)).toHaveCount(1);
    await dialog.getByRole('button', { name: en.search.tryAgain }).click();
    await expect(output(page)).toHaveAttribute('aria-busy', 'false');
    await expect(options(page)).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/danish-childcare/'));
  });

  test('reports that the site has changed, and opens the search page with the query, once it is online', async ({
    page,
    context,
  }) => {
    const field = await openDialog(page);
    await field.fill('old');
    await expect(page.getByRole('dialog')).toContainText(en.search.outdated);
    await context.setOffline(true);
    await page.getByRole('button', { name: en.search.reload }).click();
    await expect(page.getByRole('status')).toHaveText(en.search.unreachable);
    await expect(page, 'offline, the page stays').toHaveURL(article);
    await context.setOffline(false);
    await field.fill('');
    await field.fill('old');
    await page.getByRole('button', { name: en.search.reload }).click();
    await expect(page).toHaveURL(addressOf('narani', 'en/search/?q=old'));
  });

  test('stores recent queries on this device, and removes them', async ({ page }) => {
    await openDialog(page);
    await page.keyboard.type('top');
    await expect(active(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/ps-vs-top/);
    const field = await openDialog(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: 'top' }).click();
    await expect(field).toHaveValue('top');
    await expect(options(page)).toHaveCount(3);
    await field.fill('');
    await dialog.getByRole('button', { name: en.search.forget('top') }).click();
    await expect(dialog.getByText(en.search.recent)).toBeHidden();
    expect(await page.evaluate(() => localStorage.getItem('searches'))).toBeNull();
  });

  test('works if storage is blocked', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      }
    });
    const thrown: string[] = [];
    page.on('pageerror', ({ message }) => {
      // On a busy machine the browser aborts the view transition between pages.
      if (!message.includes('ViewTransition')) thrown.push(message);
    });
    await openDialog(page);
    await page.keyboard.type('top');
    await expect(active(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/ps-vs-top/);
    expect(thrown).toEqual([]);
  });
});

test.describe('If the search script can’t be loaded', () => {
  test('the search link opens the search page', async ({ page }) => {
    await page.goto(article);
    await page.route('**/_astro/start.*.js', async (route) => route.abort());
    await page.getByRole('link', { name: en.search.search, exact: true }).click();
    await expect(page).toHaveURL(addressOf('narani', 'en/search/'));
  });

  test('the search page reports it, and links to all articles', async ({ page }) => {
    await page.route('**/_astro/start.*.js', async (route) => route.abort());
    await page.goto(addressOf('narani', 'en/search/?q=top'));
    const main = page.getByRole('main');
    await expect(main).toContainText(en.search.unreachable);
    await expect(main.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
    await expect(main.getByRole('link', { name: en.search.allArticles })).toBeVisible();
  });

  test('the search page finds articles once it can be loaded, also what was typed meanwhile', async ({
    page,
  }) => {
    await page.route('**/_astro/start.*.js', async (route) => route.abort());
    await page.goto(addressOf('narani', 'en/search/'));
    const main = page.getByRole('main');
    await main.getByRole('searchbox').fill('voicemail');
    await expect(main).toContainText(en.search.unreachable);
    await page.unroute('**/_astro/start.*.js');
    await main.getByRole('button', { name: en.search.tryAgain }).click();
    await expect(main.locator('.search-hits h2 a').first()).toBeVisible();
    await expect(page).toHaveURL(addressOf('narani', 'en/search/?q=voicemail'));
  });

  test('a dialog whose engine was lost offline opens the search page with the query, once it is online', async ({
    page,
    context,
  }) => {
    await page.goto(article);
    await page.route('**/_astro/load-engine.*.js', async (route) => route.abort());
    await page.keyboard.press('Slash');
    const field = page.getByRole('combobox');
    await field.fill('voicemail');
    const retry = page.getByRole('button', { name: en.search.tryAgain });
    await expect(retry).toBeVisible();
    await context.setOffline(true);
    await retry.click();
    await expect(retry, 'offline, the page stays').toBeVisible();
    await expect(page).toHaveURL(article);
    await context.setOffline(false);
    await page.unroute('**/_astro/load-engine.*.js');
    await retry.click();
    await expect(page).toHaveURL(addressOf('narani', 'en/search/?q=voicemail'));
    await expect(page.getByRole('main').locator('.search-hits h2 a').first()).toBeVisible();
  });
});

test.describe('Keyboard shortcuts', () => {
  test.beforeEach(async ({ page }) => fakeSearch(page, replies));

  test('자판이 한글이어도 같은 자리의 키로 연다', async ({ page }) => {
    await page.goto(addressOf('narani', 'ko/'));
    await page.evaluate(() => {
      const init = { code: 'KeyK', key: 'ㅏ', metaKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    await expect(page.getByRole('combobox', { name: ko.search.field })).toBeFocused();
  });

  test('type their character in a text field', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/search/'));
    const field = page.getByRole('main').getByRole('searchbox');
    await field.focus();
    await page.keyboard.press('Slash');
    await expect(field).toHaveValue('/');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('focus the field on the search page itself', async ({ page }) => {
    await page.goto(addressOf('narani', 'en/search/'));
    await page.keyboard.press('Slash');
    await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('한글을 조합하는 동안', () => {
  test.beforeEach(async ({ page }) => fakeSearch(page, replies));

  test('조합 중인 음절로도 찾고, 마지막 음절을 잃지 않는다', async ({ page }) => {
    const field = await openDialog(page, addressOf('narani', 'ko/'));
    const session = await page.context().newCDPSession(page);
    for (const text of ['ㄷ', '데', '덴']) await compose(session, text);
    await session.send('Input.insertText', { text: '덴' });
    for (const text of ['ㅁ', '마', '맠']) await compose(session, text);
    await expect(field).toHaveValue('덴맠');
    await expect
      .poll(async () => (await readSearchLog(page)).asked.map(({ query }) => query))
      .toEqual(expect.arrayContaining(['덴', '덴ㅁ', '덴마', '덴맠']));
    await session.send('Input.insertText', { text: '마' });
    for (const text of ['ㅋ', '크']) await compose(session, text);
    await expect(field).toHaveValue('덴마크');
    await expect(options(page)).toHaveCount(1);
    // The whole answer comes while the last syllable is still being composed.
    await expect
      .poll(async () => (await readSearchLog(page)).asked.at(-1))
      .toMatchObject({ query: '덴마크', isTyping: false });
  });

  for (const [browser, init] of [
    ['크롬', { isComposing: true, keyCode: 229 }],
    ['사파리', { isComposing: false, keyCode: 229 }],
  ] as const) {
    test(`누른 Enter로 아무것도 열지 않고, Escape로 닫지 않는다 (${browser})`, async ({ page }) => {
      const field = await openDialog(page, addressOf('narani', 'ko/'));
      await field.fill('덴마크');
      await expect(active(page)).toBeVisible();
      for (const key of ['Enter', 'Escape', 'ArrowDown']) {
        const isPrevented = await field.evaluate(
          (input, event) => {
            input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
            const press = new KeyboardEvent('keydown', { ...event, bubbles: true, cancelable: true });
            input.dispatchEvent(press);
            input.dispatchEvent(new CompositionEvent('compositionend', { data: '크', bubbles: true }));
            return press.defaultPrevented;
          },
          { ...init, key, code: key },
        );
        // Only Escape must not reach the browser, which would close the dialog.
        expect(isPrevented, key).toBe(key === 'Escape');
      }
      await expect(page).toHaveURL(addressOf('narani', 'ko/'));
      await expect(page.getByRole('dialog')).toBeVisible();
      await expect(field).toHaveValue('덴마크');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(addressOf('narani', 'ko/articles/danish-childcare/'));
    });
  }
});

test.describe('The search page', () => {
  test.beforeEach(async ({ page }) => fakeSearch(page, replies));
  const at = (search: string): string => addressOf('narani', `en/search/${search}`);
  const main = (page: Page): Locator => page.getByRole('main');
  const titles = (page: Page): Locator => main(page).locator('.search-hits h2 a');

  test('answers the query in its address with links, and has aria-busy until then', async ({ page }) => {
    await page.goto(at('?q=slow'), { waitUntil: 'load' });
    const results = main(page).locator('[aria-busy]');
    await expect(results).toHaveAttribute('aria-busy', 'true');
    await expect(titles(page)).toHaveCount(1);
    await expect(results).toHaveAttribute('aria-busy', 'false');
    await expect(main(page).getByRole('searchbox')).toHaveValue('slow');
    await expect(page).toHaveTitle(/^slow · /);
    await titles(page).click();
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/danish-childcare/'));
  });

  test('keeps the query in its address, and goes back to the previous one', async ({ page }) => {
    await page.goto(at(''));
    const field = main(page).getByRole('searchbox');
    await field.click();
    await page.keyboard.type('top');
    await expect(page).toHaveURL(at('?q=top'));
    await page.keyboard.press('Enter');
    await expect(titles(page)).toHaveCount(2);
    await page.keyboard.type('s');
    await expect(page).toHaveURL(at('?q=tops'));
    await expect(titles(page)).toHaveCount(3);
    await page.goBack();
    await expect(page).toHaveURL(at('?q=top'));
    await expect(field).toHaveValue('top');
    await expect(titles(page)).toHaveCount(2);
    await page.goForward();
    await expect(field).toHaveValue('tops');
    await expect(titles(page)).toHaveCount(3);
  });

  test('keeps the query in its field if the browser resets it after going back, as WebKit does', async ({
    page,
  }) => {
    await page.goto(at('?q=top'));
    const field = main(page).getByRole('searchbox');
    await expect(titles(page)).toHaveCount(2);
    await field.evaluate((input: HTMLInputElement) => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      input.form?.reset();
    });
    await expect(field).toHaveValue('top');
  });

  test('says that a query is too long for its address', async ({ page }) => {
    await page.goto(at(''));
    const field = main(page).getByRole('searchbox');
    await field.fill('가'.repeat(1000));
    await expect(main(page)).toContainText(en.search.tooLong);
    await expect(page).toHaveURL(at(''));
    await field.fill('top');
    await expect(titles(page)).toHaveCount(2);
    await expect(main(page)).not.toContainText(en.search.tooLong);
  });

  test('keeps topic and literal search in its address', async ({ page }) => {
    await page.goto(at('?q=top'));
    await page.getByRole('button', { name: 'Linux' }).click();
    await expect(page).toHaveURL(at('?q=top&topic=linux'));
    await expect(titles(page)).toHaveCount(1);
    await page.goto(at(`?q=${encodeURIComponent('새ㅔ')}`));
    await main(page)
      .getByRole('link', { name: en.search.literal('새ㅔ') })
      .click();
    await expect(page).toHaveURL(/&literal=1$/);
    await page.reload();
    await expect(main(page)).toContainText(en.search.nothing('새ㅔ'));
  });

  test('loads no search script without a query, and links to all articles and topics', async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(at(''), { waitUntil: 'networkidle' });
    expect(requested.filter((url) => /\/(?:start|en|browser)\.[^/]*\.js$/.test(url))).toEqual([]);
    await expect(main(page).getByRole('link', { name: en.search.allArticles })).toBeVisible();
    await expect(main(page).getByRole('link', { name: 'Linux' })).toBeVisible();
  });

  test('keeps the query when the language is changed', async ({ page }) => {
    await page.goto(at('?q=top&topic=linux'));
    await page
      .getByRole('navigation', { name: en.languages, exact: true })
      .getByRole('link', { name: '한국어' })
      .click();
    await expect(page).toHaveURL(addressOf('narani', 'ko/search/?q=top&topic=linux'));
    await expect(main(page).getByRole('searchbox')).toHaveValue('top');
  });

  test('reports that it can’t load its index, and links to all articles', async ({ page }) => {
    await page.goto(at('?q=lost'));
    await expect(main(page)).toContainText(en.search.unreachable);
    await expect(main(page).locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
    await main(page).getByRole('link', { name: en.search.allArticles }).click();
    await expect(page).toHaveURL(addressOf('narani', 'en/articles/'));
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('says that it needs JavaScript, and links to all articles and all topics', async ({ page }) => {
      await page.goto(article);
      await page.getByRole('link', { name: en.search.search, exact: true }).click();
      await expect(page).toHaveURL(at(''));
      await expect(main(page)).toContainText(en.search.withoutScripts);
      await main(page).getByRole('searchbox').fill('top');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(at('?q=top'));
      await expect(main(page).getByRole('link', { name: en.search.allTopics })).toBeVisible();
      await main(page).getByRole('link', { name: en.search.allArticles }).click();
      await expect(page).toHaveURL(addressOf('narani', 'en/articles/'));
    });
  });
});

test.describe('Hostile and random queries', () => {
  const queries: Readonly<Record<string, string>> = {
    'ten thousand letters': encodeURIComponent('가'.repeat(10_000)),
    'ten thousand letters without a space': 'w'.repeat(10_000),
    markup: encodeURIComponent('<img src=x onerror="window.broken=1"><script>window.broken=1</script>'),
    'the end of an attribute': encodeURIComponent('"\'><svg onload=window.broken=1>'),
    'text from right to left': encodeURIComponent('\u202eשלום עולם مرحبا'),
    emoji: encodeURIComponent('👩‍👩‍👧‍👦🇰🇷🙂'.repeat(20)),
    'punctuation alone': encodeURIComponent('.*+?^${}()|[]\\/'),
    'bytes that are not valid UTF-8': '%FF%ED',
    'a null byte': 'to%00p%00',
    'a lone jamo': encodeURIComponent('ㅂ'),
    'a lone percent sign': '%',
  };

  for (const [name, query] of Object.entries(queries)) {
    test(`break nothing and run no script: ${name}`, async ({ page }) => {
      const { problems } = watchPage(page);
      await fakeSearch(page, {});
      await page.setViewportSize({ width: 360, height: 740 });
      // Hosts limit the length of an address.
      const isLong = query.length > 12_000;
      await page.goto(addressOf('narani', isLong ? 'en/search/' : `en/search/?q=${query}`));
      if (isLong) await page.getByRole('main').getByRole('searchbox').fill(decodeURIComponent(query));
      const results = page.getByRole('main').locator('[aria-busy]');
      await expect(results).toHaveAttribute('aria-busy', 'false');
      await expect(results.getByRole('link', { name: en.search.allArticles })).toBeVisible();
      expect(await horizontalOverflow(page)).toBe(0);
      const typed = await page.getByRole('main').getByRole('searchbox').inputValue();
      await page.evaluate(() => {
        (document.activeElement as HTMLElement).blur();
      });
      await page.goto(article);
      const field = await openDialog(page);
      await field.fill(typed);
      await page.keyboard.press('Enter');
      await expect(output(page)).toHaveAttribute('aria-busy', 'false');
      expect(await horizontalOverflow(page)).toBe(0);
      expect(await page.evaluate(() => 'broken' in window)).toBe(false);
      expect(await page.locator('.search-output :is(img, svg, script)').count()).toBe(0);
      expect(problems).toEqual([]);
    });
  }
});

test.describe('Opening a hit', () => {
  test.beforeEach(async ({ page }) => fakeSearch(page, replies));

  test('opens the section and highlights the words there, once', async ({ page }) => {
    await openDialog(page);
    await page.keyboard.type('top');
    await expect(active(page)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/ps-vs-top\/#above-100-percent$/);
    await expect.poll(async () => markedWords(page)).toContain('top');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.keyboard.press('Escape');
    expect(await markedWords(page)).toEqual([]);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await markedWords(page)).toEqual([]);
  });

  test('marks words in another color than emphasis does', async ({ page }) => {
    const field = await openDialog(page, addressOf('narani', 'ko/articles/writing-guide/'));
    await field.fill('top');
    await expect(options(page).locator('mark').first()).toBeVisible();
    const colors = await page.evaluate(() => {
      const mark = document.querySelector('.search-output mark');
      const emphasis = document.querySelector('.prose mark');
      return [mark, emphasis].map((each) => each && getComputedStyle(each).backgroundColor);
    });
    expect(colors[0]).not.toBeNull();
    expect(colors[1]).not.toBeNull();
    expect(colors[0]).not.toBe(colors[1]);
  });

  test('on the current page closes the dialog and highlights the words, too', async ({ page }) => {
    await openDialog(page, addressOf('narani', 'en/articles/ps-vs-top/'));
    await page.keyboard.type('top');
    await expect(active(page)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#above-100-percent$/);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect.poll(async () => markedWords(page)).toContain('top');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.keyboard.press('Slash');
    await expect(page.getByRole('combobox')).toBeFocused();
    expect(await markedWords(page)).toEqual([]);
  });
});

test.describe('Appearance and accessibility', () => {
  test.beforeEach(async ({ page }) => fakeSearch(page, replies));

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds no fault in search, in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const field = await openDialog(page);
      for (const query of ['새ㅔ', 'top', 'nothing like it', 'lost', '']) {
        await field.fill(query);
        // Enter would open the first hit if the answer were there already.
        await expect(output(page)).toHaveAttribute('aria-busy', 'false');
        expect(await findAxeViolations(page), `dialog: ${query}`).toEqual([]);
      }
      await page.goto(addressOf('narani', 'en/search/?q=top'));
      await expect(page.getByRole('main').locator('.search-hits h2 a')).toHaveCount(2);
      expect(await findAxeViolations(page), 'page').toEqual([]);
    });
  }

  test('search fits every window width', async ({ page }) => {
    const field = await openDialog(page);
    await field.fill('새ㅔ');
    await expect(options(page)).toHaveCount(2);
    for (const width of [320, 360, 768, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      const wide = await page
        .locator('dialog, dialog *')
        .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth).length);
      expect(wide, `at ${width} px`).toBe(0);
      expect(await horizontalOverflow(page), `at ${width} px`).toBe(0);
    }
  });

  test('touch targets are large enough on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const field = await openDialog(page);
    const box = await page.getByRole('dialog').boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    await field.fill('top');
    await expect(options(page)).toHaveCount(3);
    await waitUntilDrawn(page);
    await expect(options(page).last()).toBeVisible();
    const small = await page
      .locator('.search, dialog :is(input, button:not([hidden]), [role=option])')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
      );
    expect(small).toEqual([]);
  });
});

/** These tests use the index of the project's own site and rely on its articles. */
test.describe('With results', () => {
  test('덴마크로 찾은 글을 자판으로 연다', async ({ page }) => {
    await openDialog(page, addressOf('narani', 'ko/'));
    await page.keyboard.type('덴마크');
    await expect(active(page)).toContainText('덴마크');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(addressOf('narani', 'ko/articles/danish-childcare/'));
  });

  test('voicemail is found in English, and its section opened and highlighted', async ({ page }) => {
    await openDialog(page, addressOf('narani', 'en/'));
    await page.keyboard.type('voicemail');
    await expect(active(page)).toContainText(/voicemail/i);
    const section = page.locator('.search-section[href*="silent-voicemail/#"]').first();
    await section.click();
    await expect(page).toHaveURL(/silent-voicemail\/#/);
    await expect
      .poll(async () => markedWords(page))
      .toEqual(expect.arrayContaining([expect.stringMatching(/voicemail/i)]));
  });

  test('the search page works under a base path, and each link resolves', async ({ page }) => {
    await page.goto(addressOf('fixture', 'en/search/?q=Latin'));
    const links = page.getByRole('main').locator('.search-hits a');
    await expect(links.first()).toBeVisible();
    for (const href of await links.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href)))
      expect((await page.request.get(href)).status(), href).toBe(200);
  });

  test('영문 자판으로 친 덴마크를 찾고, 그 사실을 알린다', async ({ page }) => {
    await page.goto(addressOf('narani', 'ko/search/?q=epsakzm'));
    await expect(page.getByRole('main')).toContainText(ko.search.searchedFor('덴마크'));
  });

  for (const [name, reply] of [
    ['that can’t be fetched', null],
    ['that is missing', 404],
  ] as const) {
    test(`an index ${name} is reported`, async ({ page }) => {
      await page.route(/\/search\/[^?]*\.[^/]+$/, async (route) =>
        reply === null ? route.abort() : route.fulfill({ status: reply }),
      );
      await page.goto(addressOf('narani', 'en/search/?q=voicemail'));
      await expect(page.getByRole('main')).toContainText(en.search.unreachable);
    });
  }
});

async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

/** Returns the distinct highlighted words of a page. */
async function markedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('narani-search') ?? [])];
    return [...new Set(ranges.map((range) => (range as Range).cloneContents().textContent))];
  });
}
