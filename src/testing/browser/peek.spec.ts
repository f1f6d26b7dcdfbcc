import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { root } from '../../tools/sites/run.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { watchPage } from './watch-page.ts';
import { findAxeViolations } from './find-axe-violations.ts';

const { peek } = await loadDictionary('ko');
const article = addressOf('fixture', 'ko/articles/rows/');
/** Path of the side-by-side page, relative to a Korean article. */
const sideBySidePath = 'side-by-side/en/';

const controls = (page: Page): Locator =>
  page.getByRole('button', { name: peek.showIn('영어'), includeHidden: true });
const panels = (page: Page): Locator => page.locator('.peeked');

/** Finds the control of the block that contains this text. */
const controlAt = (page: Page, words: string): Locator =>
  page.locator('.prose :has(> .peek)').filter({ hasText: words }).locator('> .peek').first();

/** Opens the article and waits until its blocks have controls. */
async function openArticle(page: Page): Promise<void> {
  await page.goto(article);
  await page.locator('.prose').hover();
  await expect(controls(page)).toHaveCount(blocks);
}

/** Number of blocks in the article. */
const blocks = 18;

test.describe('A block shown in its other language', () => {
  test('is lazy-loaded when the pointer is over the text, with one request for the page', async ({
    page,
  }) => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(article, { waitUntil: 'networkidle' });
    await expect(controls(page)).toHaveCount(0);
    const scripts = (): string[] => requested.filter((url) => url.endsWith('.js'));
    // That of every page, and that of the button for comments, which the fixture has.
    expect(scripts()).toHaveLength(2);
    await page.locator('.prose').hover();
    await expect(controls(page)).toHaveCount(blocks);
    expect(requested).not.toContain(article + sideBySidePath);
    for (const index of [0, 1, 2]) await controls(page).nth(index).click();
    await expect(panels(page)).toHaveCount(3);
    await expect(panels(page).last()).toContainText('Boil the water');
    expect(requested.filter((url) => url === article + sideBySidePath)).toHaveLength(1);
  });

  test('has its language, gets the focus, and returns it on Escape', async ({ page }) => {
    await openArticle(page);
    const control = controls(page).first();
    await control.focus();
    await expect(control).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Enter');
    const panel = panels(page);
    await expect(panel).toBeFocused();
    await expect(panel).toHaveAttribute('lang', 'en');
    await expect(panel).not.toHaveAttribute('aria-busy');
    await expect(panel).toContainText('The first paragraph.');
    await expect(control).toHaveAttribute('aria-expanded', 'true');
    expect(await control.getAttribute('aria-controls')).toBe(await panel.getAttribute('id'));
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(control).toBeFocused();
    await expect(control).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Space');
    await expect(panel).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(control).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(control).toBeFocused();
  });

  test('is closed by its control, and others stay open', async ({ page }) => {
    await openArticle(page);
    await controls(page).first().click();
    await controls(page).nth(1).click();
    await expect(panels(page)).toHaveCount(2);
    await controls(page).first().click();
    await expect(panels(page)).toHaveCount(1);
    await expect(controls(page).first()).toBeFocused();
    await expect(panels(page)).toContainText('The list');
  });

  test('has one Tab stop for all controls, close to the reading position; arrow keys move between them', async ({
    page,
  }) => {
    await openArticle(page);
    const stops = page.locator('.peek:not([tabindex="-1"])');
    await expect(stops).toHaveCount(1);
    await page.locator('#a-box').evaluate((heading) => {
      scrollBy(0, heading.getBoundingClientRect().top - innerHeight * 0.3);
    });
    await page
      .locator('.prose a')
      .first()
      .evaluate((link) => {
        (link as HTMLElement).focus({ preventScroll: true });
      });
    const nearest = await page.evaluate(() => {
      const tops = [...document.querySelectorAll('.peek')].map((each) =>
        each.checkVisibility() ? Math.abs(each.getBoundingClientRect().top - innerHeight * 0.3) : Infinity,
      );
      return tops.indexOf(Math.min(...tops));
    });
    expect(nearest).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await expect(stops).toHaveCount(1);
    await expect(controls(page).nth(nearest)).toHaveAttribute('tabindex', '0');
    await controls(page).nth(nearest).focus();
    await page.keyboard.press('End');
    await expect(controls(page).last()).toBeFocused();
    await expect(controls(page).last()).toHaveAttribute('tabindex', '0');
    await page.keyboard.press('ArrowDown');
    await expect(controls(page).last()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(controls(page).nth(blocks - 2)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(controls(page).first()).toBeFocused();
    await expect(stops).toHaveCount(1);
    await expect(page.locator(':focus')).toHaveCSS('opacity', '1');
  });

  test('reports identical content, and shows a caption that differs', async ({ page }) => {
    await openArticle(page);
    await controlAt(page, 'kettle --on').click();
    await expect(panels(page)).toHaveText(peek.same);
    await expect(panels(page)).not.toHaveAttribute('lang');
    await controlAt(page, 'kettle --on').click();
    await controlAt(page, '그림 설명').click();
    await expect(panels(page)).toHaveText('A caption');
    await expect(panels(page)).toHaveAttribute('lang', 'en');
  });

  test('reports a missing counterpart in the language of the page', async ({ page }) => {
    const { peek: words, sideBySide } = await loadDictionary('en');
    await page.goto(addressOf('fixture', 'en/articles/rows/'));
    await page.locator('.prose').hover();
    await expect(page.getByRole('button', { name: words.showIn('Korean'), includeHidden: true })).toHaveCount(
      blocks + 1,
    );
    await controlAt(page, 'for English alone').click();
    await expect(panels(page)).toHaveText(sideBySide.gap('Korean'));
    await expect(panels(page)).not.toHaveAttribute('lang');
  });

  test('is shown without the callout, list or footnote around it, and not collapsed', async ({ page }) => {
    await openArticle(page);
    for (const control of await controls(page).all())
      await control.evaluate((each) => {
        (each as HTMLElement).click();
      });
    await expect(panels(page)).toHaveCount(blocks);
    await expect(page.locator('.peeked[aria-busy=true]')).toHaveCount(0);
    await expect(panels(page).locator('aside, ul, ol, li, section')).toHaveCount(0);
    await expect(page.locator('li > .peeked', { hasText: /^roasted$/ })).toHaveCount(1);
    await expect(page.locator('aside > .peeked', { hasText: /^Lift the lid away from you\.$/ })).toHaveCount(
      1,
    );
    await expect(page.getByText('A folded paragraph.')).toBeVisible({ visible: false });
    await page.locator('summary').first().click();
    await expect(page.getByText('A folded paragraph.')).toBeVisible();
  });

  test('adds no duplicate ids, and its links still work', async ({ page }) => {
    await openArticle(page);
    for (const control of await controls(page).all())
      await control.evaluate((each) => {
        (each as HTMLElement).click();
      });
    await expect(panels(page)).toHaveCount(blocks);
    await expect(panels(page).last()).toContainText('The second footnote.');
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const note = panels(page).first().getByRole('link', { name: '1' });
    await expect(note).toHaveJSProperty('href', `${article}${sideBySidePath}#en:fn-1`);
  });

  test('is found by its text if the numbers of blocks differ between the pages', async ({ page }) => {
    await page.goto(article);
    await page.evaluate(() => {
      const [first] = document.querySelectorAll('.prose > p');
      if (first !== undefined) first.textContent = '그 뒤에 적은 문단이다.';
      const more = document.createElement('p');
      more.textContent = '또 하나 적은 문단이다.';
      first?.after(more);
    });
    await page.locator('.prose').hover();
    await expect(controls(page)).toHaveCount(blocks + 1);
    for (const [own, other] of [
      ['상자', 'A box'],
      ['보리를 넣는다', 'Add the barley'],
      ['aVeryLongName', 'The same code'],
      ['그림 설명', 'A caption'],
      ['마지막 문단.', 'The last paragraph.'],
      ['그 뒤에 적은 문단이다.', peek.failed],
    ] as const) {
      await controlAt(page, own).click();
      await expect(panels(page)).toContainText(other);
      await page.keyboard.press('Escape');
      await expect(panels(page)).toHaveCount(0);
    }
  });

  test('reports a failed request with a link to the side-by-side page, and can be retried', async ({
    page,
  }) => {
    await openArticle(page);
    await page.route(article + sideBySidePath, (route) => route.abort());
    await controls(page).first().click();
    await expect(panels(page)).toContainText(peek.failed);
    await expect(panels(page)).toBeFocused();
    await expect(panels(page).getByRole('link')).toHaveJSProperty('href', article + sideBySidePath);
    await controls(page).first().click();
    await page.unroute(article + sideBySidePath);
    await controls(page).first().click();
    await expect(panels(page)).toContainText('The first paragraph.');
  });

  for (const [what, answer] of [
    [
      'a response that is not HTML',
      {
        contentType: 'text/plain',
        body: '<div class="row"><p data-side="own">가</p><p data-side="other">a</p></div>',
      },
    ],
    ['an error page', { status: 500, contentType: 'text/html', body: '<p data-side="own">' }],
  ] as const) {
    test(`is not created from ${what}`, async ({ page }) => {
      await openArticle(page);
      await page.route(article + sideBySidePath, (route) => route.fulfill(answer));
      await controls(page).first().click();
      await expect(panels(page)).toContainText(peek.failed);
    });
  }

  test('does not affect copied text, the positions of blocks and footnotes, or print', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(addressOf('fixture', 'ko/articles/first/'), { waitUntil: 'networkidle' });
    const copied = (): Promise<string> =>
      page.evaluate(() => {
        const prose = document.querySelector('.prose');
        if (prose !== null) getSelection()?.selectAllChildren(prose);
        return String(getSelection());
      });
    const places = (): Promise<number[]> =>
      page
        .locator('.prose > *, .footnotes li')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top + scrollY));
    const before = { copied: await copied(), places: await places() };
    await page.locator('.prose').hover();
    await expect(controls(page).first()).toBeAttached();
    expect({ copied: await copied(), places: await places() }).toEqual(before);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.peek').first()).toBeHidden();
  });

  test('has no axe violations in either theme, and never scrolls sideways', async ({ page }) => {
    const { problems } = watchPage(page);
    await openArticle(page);
    for (const index of [0, 1, 2, 3, 8, 9, 11, 12, 13, 17]) await controls(page).nth(index).click();
    await expect(panels(page)).toHaveCount(10);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await waitUntilDrawn(page);
      expect(await findAxeViolations(page), colorScheme).toEqual([]);
    }
    for (const width of [320, 360, 767, 768, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `at ${width} px`).toBe(clientWidth);
    }
    expect(problems).toEqual([]);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

    test('has visible and large enough controls, which do not move the text', async ({ page }) => {
      await page.goto(article, { waitUntil: 'networkidle' });
      const places = (): Promise<number[]> =>
        page
          .locator('.prose > *')
          .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top + scrollY));
      const before = await places();
      await page
        .locator('.prose > p')
        .first()
        .tap({ position: { x: 4, y: 4 } });
      await expect(controls(page)).toHaveCount(blocks);
      await expect.poll(places).toEqual(before);
      const control = controls(page).first();
      expect(Number(await control.evaluate((each) => getComputedStyle(each).opacity))).toBeGreaterThan(0.5);
      for (const each of await controls(page).filter({ visible: true }).all()) {
        const { width = 0, height = 0, x = 0 } = (await each.boundingBox()) ?? {};
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        expect(x + width).toBeLessThanOrEqual(360);
      }
      await control.tap();
      await expect(panels(page)).toContainText('The first paragraph.');
      await control.tap();
      await expect(panels(page)).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    });
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is replaced by the link to the side-by-side page', async ({ page }) => {
      await page.goto(article);
      await expect(page.getByRole('button')).toHaveCount(0);
      await page.getByRole('link', { name: '나란히 읽기' }).click();
      await expect(page).toHaveURL(article + sideBySidePath);
    });
  });
});

for (const slug of readdirSync(path.join(root, 'content/articles'))) {
  for (const [locale, other] of [
    ['ko', 'en'],
    ['en', 'ko'],
  ] as const) {
    test(`${slug} in ${locale}: each block shows its counterpart of the side-by-side page`, async ({
      page,
    }) => {
      const single = addressOf('narani', `${locale}/articles/${slug}/`);
      await page.goto(`${single}side-by-side/${other}/`);
      const expected = await page.evaluate(() => {
        const wholes = '.heading,.table,.code,figure';
        return [...document.querySelectorAll('[data-side=own].cell,[data-side=both]')].flatMap((cell) => {
          const label = '.callout-title:not(:has(*))';
          const blocks = [...cell.querySelectorAll(`p:not(${label}),li,${wholes}`)].filter(
            (each) =>
              each.parentElement?.closest(wholes) === null &&
              !each.matches('.figure') &&
              (!each.matches('li') ||
                !['P', 'DIV', 'FIGURE', 'UL', 'OL', undefined].includes(each.firstElementChild?.tagName) ||
                (each.firstChild?.nodeType === Node.TEXT_NODE && each.firstChild.textContent?.trim() !== '')),
          );
          const beside = cell.parentElement?.querySelector('[data-side=other]');
          for (const each of beside?.querySelectorAll('.permalink,button,' + label) ?? []) each.remove();
          const words =
            cell.getAttribute('data-side') === 'both'
              ? cell.querySelector('figcaption [lang]')?.textContent
              : beside?.textContent;
          return blocks.map(() => words?.replace(/\s+/g, ''));
        });
      });
      await page.goto(single);
      await page.locator('.prose').hover();
      await expect(page.locator('.peek')).toHaveCount(expected.length);
      await page.evaluate(() => {
        for (const each of document.querySelectorAll<HTMLElement>('.peek')) each.click();
      });
      await expect(page.locator('.peeked[aria-busy=true]')).toHaveCount(0);
      const shown = await page.locator('.peeked').evaluateAll((all) =>
        all.map((each) => {
          for (const link of each.querySelectorAll('.permalink')) link.remove();
          return each.textContent.replace(/\s+/g, '');
        }),
      );
      const { same } = (await loadDictionary(locale)).peek;
      expect(shown).toEqual(expected.map((words) => words ?? same.replace(/\s+/g, '')));
    });
  }
}

test('Every kind of block has its own control, including nested lists', async ({ page }) => {
  const guide = addressOf('narani', 'ko/articles/writing-guide/');
  await page.goto(guide);
  await page.locator('.prose').hover();
  await expect(controls(page).first()).toBeAttached();
  const { without, twice, stray } = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll(
        '.prose .heading,.prose .table,.prose .code,.prose figure:not(.figure),.prose p',
      ),
    ];
    const blocks = all.filter(
      (each) =>
        each.parentElement?.closest('.heading,.table,.code,figure') == null &&
        !each.matches('.callout-title:not(:has(:not(.peek)))'),
    );
    const ownControls = (each: Element): number => each.querySelectorAll(':scope > .peek').length;
    return {
      without: blocks.filter((each) => ownControls(each) === 0).map((each) => each.outerHTML.slice(0, 99)),
      twice: [...document.querySelectorAll('.prose *')].filter((each) => ownControls(each) > 1).length,
      stray: [...document.querySelectorAll('.peek')].filter(
        (each) => each.parentElement?.matches('li,p,.heading,.table,.code,figure') !== true,
      ).length,
    };
  });
  expect({ without, twice, stray }).toEqual({ without: [], twice: 0, stray: 0 });
  await expect(page.locator('.prose li:has(> ul) > .peek + ul').first()).toBeAttached();
});
