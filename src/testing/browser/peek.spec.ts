import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf } from './pages.ts';
import { standInForBothLanguages, way, type Row } from './stand-in-both-languages.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { watchPage } from './watch-page.ts';

const { peek } = await loadDictionary('ko');
const article = addressOf('fixture', 'ko/articles/first/');

/** All blocks of the article, as many as it has. */
const rows: readonly Row[] = [
  {
    own: '<p><strong>굵게(bold)</strong>는 읽거나 간다.</p>',
    other:
      '<p><strong>Bold</strong> text can be <a href="/kb/ko/articles/first/#the-second-part">read</a>.<sup><a href="#en:fn-1" id="en:fnref-1">1</a></sup></p>',
  },
  {
    own: '<div class="heading"><h2 id="the-first-part">첫째 마당</h2></div>',
    other:
      '<div class="heading"><h2 id="en:the-first-part">The first part</h2><a class="permalink" href="#en:the-first-part" aria-label="Link">#</a></div>',
  },
  {
    own: '<figure class="image"><img src="/kb/favicon.svg" alt="파란 칸"><figcaption>그림 설명</figcaption></figure>',
  },
  {
    own: '<div class="heading"><h2 id="the-second-part">둘째 마당</h2></div>',
    other: '<div class="heading"><h2 id="the-second-part">The second part</h2></div>',
  },
  { own: '<p>소개와 글을 본다.</p>', other: '<p>See about.</p><p>And an article.</p>' },
  {
    own: '<div class="table"><table><tbody><tr><td>가</td></tr></tbody></table></div>',
    other: '<div class="table"><table><tbody><tr><td>a</td></tr></tbody></table></div>',
  },
  { own: '<figure class="code"><pre tabindex="0"><code>echo</code></pre></figure>', isShared: true },
  {
    own: '<section class="footnotes"><ol><li id="fn-1"><p>각주다.</p></li></ol></section>',
    other: '<section><ol><li id="en:fn-1"><p>A footnote.</p></li></ol></section>',
  },
];

const controls = (page: Page): Locator => page.getByRole('button', { name: peek.showIn('영어') });
const panels = (page: Page): Locator => page.locator('.peeked');

/** The article with its controls on it. */
async function openArticle(page: Page, shown = rows): Promise<void> {
  await standInForBothLanguages(page, article, shown);
  await page.goto(article);
  await page.locator('.prose').hover();
  await expect(controls(page)).toHaveCount(rows.length);
}

test.describe('A block shown in its other language', () => {
  test('costs nothing until a reader turns to the text, and is asked for once', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await standInForBothLanguages(page, article, rows);
    await page.goto(article, { waitUntil: 'networkidle' });
    await expect(controls(page)).toHaveCount(0);
    const scripts = (): string[] => asked.filter((url) => url.endsWith('.js'));
    expect(scripts()).toHaveLength(1);
    await page.locator('.prose').hover();
    await expect(controls(page)).toHaveCount(rows.length);
    expect(asked).not.toContain(article + way);
    for (const index of [0, 1, 4]) await controls(page).nth(index).click();
    await expect(panels(page)).toHaveCount(3);
    await expect(panels(page).last()).toContainText('And an article.');
    expect(asked.filter((url) => url === article + way)).toHaveLength(1);
  });

  test('is heard in its language: the focus goes there, and back by Escape', async ({ page }) => {
    await openArticle(page);
    const control = controls(page).first();
    await control.focus();
    await expect(control).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Enter');
    const panel = panels(page);
    await expect(panel).toBeFocused();
    await expect(panel).toHaveAttribute('lang', 'en');
    await expect(panel).not.toHaveAttribute('aria-busy');
    await expect(panel).toContainText('Bold text');
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

  test('is closed by what has opened it, and leaves others open', async ({ page }) => {
    await openArticle(page);
    await controls(page).first().click();
    await controls(page).nth(1).click();
    await expect(panels(page)).toHaveCount(2);
    await controls(page).first().click();
    await expect(panels(page)).toHaveCount(1);
    await expect(controls(page).first()).toBeFocused();
    await expect(panels(page)).toContainText('The first part');
  });

  test('is one stop for the keyboard, near what is read; arrows go on from there', async ({ page }) => {
    await openArticle(page);
    const stops = page.locator('.peek:not([tabindex="-1"])');
    await expect(stops).toHaveCount(1);
    await page.locator('#the-second-part').evaluate((heading) => {
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
        Math.abs(each.getBoundingClientRect().top - innerHeight * 0.3),
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
    await expect(controls(page).nth(rows.length - 2)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(controls(page).first()).toBeFocused();
    await expect(stops).toHaveCount(1);
    await expect(page.locator(':focus')).toHaveCSS('opacity', '1');
  });

  test('says what has no counterpart, and what is the same', async ({ page }) => {
    await openArticle(page);
    await controls(page).nth(2).click();
    await expect(panels(page)).toHaveText('영어 글에는 없는 부분이다.');
    await expect(panels(page)).not.toHaveAttribute('lang');
    await controls(page).nth(2).click();
    await controls(page).nth(6).click();
    await expect(panels(page)).toHaveText(peek.same);
    await expect(panels(page)).not.toHaveAttribute('lang');
  });

  test('brings no id twice, and no link that leads nowhere', async ({ page }) => {
    await openArticle(page);
    for (const index of [0, 1, 3, 7]) await controls(page).nth(index).click();
    await expect(panels(page)).toHaveCount(4);
    await expect(panels(page).last()).toContainText('A footnote.');
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const note = panels(page).first().getByRole('link', { name: '1' });
    await expect(note).toHaveJSProperty('href', `${article}${way}#en:fn-1`);
    await expect(panels(page).first().getByRole('link', { name: 'read' })).toHaveJSProperty(
      'href',
      `${article}#the-second-part`,
    );
  });

  test('finds its counterpart by its words where the pages differ in number', async ({ page }) => {
    const some = [
      { own: '<p>소개와 영어로만 있는 글을 본다.</p>', other: '<p>Found by its words.</p>' },
      { own: '<p>어디에도 없는 문단이다.</p>', other: '<p>Of something else.</p>' },
    ];
    await openArticle(page, some);
    await controls(page).nth(4).click();
    await expect(panels(page)).toHaveText('Found by its words.');
    await controls(page).nth(4).click();
    await controls(page).first().click();
    await expect(panels(page)).toContainText(peek.failed);
  });

  test('says so when it can’t be had, leads to both languages, and comes another time', async ({ page }) => {
    await openArticle(page);
    await page.route(article + way, (route) => route.abort());
    await controls(page).first().click();
    await expect(panels(page)).toContainText(peek.failed);
    await expect(panels(page)).toBeFocused();
    await expect(panels(page).getByRole('link')).toHaveJSProperty('href', article + way);
    await controls(page).first().click();
    await page.unroute(article + way);
    await standInForBothLanguages(page, article, rows);
    await controls(page).first().click();
    await expect(panels(page)).toContainText('Bold text');
  });

  for (const [what, answer] of [
    [
      'no page',
      {
        contentType: 'text/plain',
        body: rows
          .map(
            ({ own, other }) =>
              `<div class="row"><div data-side="own">${own}</div><div data-side="other">${other}</div></div>`,
          )
          .join(''),
      },
    ],
    ['a page that is an error', { status: 500, contentType: 'text/html', body: '<p data-side="own">' }],
  ] as const) {
    test(`is not made of ${what}`, async ({ page }) => {
      await openArticle(page);
      await page.route(article + way, (route) => route.fulfill(answer));
      await controls(page).first().click();
      await expect(panels(page)).toContainText(peek.failed);
    });
  }

  test('does not disturb what is copied, the notes beside the text, or paper', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await standInForBothLanguages(page, article, rows);
    await page.goto(article, { waitUntil: 'networkidle' });
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
    await expect(controls(page)).toHaveCount(rows.length);
    expect({ copied: await copied(), places: await places() }).toEqual(before);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.peek').first()).toBeHidden();
  });

  test('has no fault that axe finds, in either theme', async ({ page }) => {
    const { troubles } = watchPage(page);
    await openArticle(page);
    for (const index of [0, 1, 2, 4, 5, 6]) await controls(page).nth(index).click();
    await expect(panels(page)).toHaveCount(6);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await waitUntilDrawn(page);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        colorScheme,
      ).toEqual([]);
    }
    for (const width of [320, 360, 767, 768, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `at ${width} px`).toBe(clientWidth);
    }
    expect(troubles).toEqual([]);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

    test('has a control that is seen and large enough, and moves nothing when it comes', async ({ page }) => {
      await standInForBothLanguages(page, article, rows);
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
      await expect(controls(page)).toHaveCount(rows.length);
      await expect.poll(places).toEqual(before);
      const control = controls(page).first();
      expect(Number(await control.evaluate((each) => getComputedStyle(each).opacity))).toBeGreaterThan(0.5);
      for (const each of await controls(page).all()) {
        const { width = 0, height = 0, x = 0 } = (await each.boundingBox()) ?? {};
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        expect(x + width).toBeLessThanOrEqual(360);
      }
      await control.tap();
      await expect(panels(page)).toContainText('Bold text');
      await control.tap();
      await expect(panels(page)).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    });
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is behind the link to both languages', async ({ page }) => {
      await standInForBothLanguages(page, article, rows);
      await page.goto(article);
      await expect(page.getByRole('button')).toHaveCount(0);
      await page.getByRole('link', { name: '나란히 읽기' }).click();
      await expect(page).toHaveURL(article + way);
    });
  });
});

test('Every kind of block has a control of its own, lists within lists too', async ({ page }) => {
  const guide = addressOf('narani', 'ko/articles/writing-guide/');
  await standInForBothLanguages(page, guide, []);
  await page.goto(guide);
  await page.locator('.prose').hover();
  await expect(controls(page).first()).toBeAttached();
  const { without, twice, stray } = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll('.prose .heading,.prose .table,.prose .code,.prose figure,.prose p'),
    ];
    const blocks = all.filter((each) => each.parentElement?.closest('.heading,.table,.code,figure') == null);
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
