import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test';
import { loadStageWords } from '../../figures/stage/words.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { afterFrames } from './wait-until-drawn.ts';

const figures = [
  { slug: 'ps-vs-top', id: 'ps-vs-top' },
  { slug: 'silent-voicemail', id: 'call' },
] as const;

const stage = await loadStageWords('en');

/** Opens an article and waits until its figure is hydrated. */
async function open(page: Page, { slug, id }: (typeof figures)[number]): Promise<Locator> {
  await page.goto(addressOf('narani', `en/articles/${slug}/`));
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.figure-play')).toBeVisible();
  return figure;
}

test.describe('Touching the chart', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  type Point = [across: number, down: number];

  /** Returns a function that dispatches touch events on the chart, at fractions of its width and pixels below its top. */
  async function createTouch(
    page: Page,
    figure: Locator,
  ): Promise<(type: string, ...at: Point[]) => Promise<void>> {
    const chart = figure.locator('.ps-stretches');
    await chart.evaluate((each) => {
      each.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const { x, y, width } = (await chart.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    const session: CDPSession = await page.context().newCDPSession(page);
    return async (type, ...at) => {
      const touchPoints = at.map(([across, down], id) => ({ x: x + across * width, y: y + down, id }));
      await session.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints });
    };
  }

  const levelsOf = async (figure: Locator): Promise<(string | null)[]> =>
    figure
      .locator('.ps-stretches > *')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuenow')));

  test('a second finger does not draw, and undoes what the first has drawn', async ({ page }) => {
    const figure = await open(page, figures[0]);
    const touch = await createTouch(page, figure);
    const before = await levelsOf(figure);
    await touch('touchStart', [0.02, 250]);
    await touch('touchMove', [0.06, 250]);
    await expect.poll(async () => levelsOf(figure)).not.toEqual(before);
    await touch('touchStart', [0.06, 250], [0.9, 230]);
    await touch('touchMove', [0.06, 250], [0.7, 230]);
    await touch('touchMove', [0.06, 250], [0.5, 230]);
    await touch('touchEnd');
    // Browsers dispatch touch events once per animation frame.
    await page.evaluate(afterFrames);
    await expect.poll(async () => levelsOf(figure)).toEqual(before);
  });

  test('a scroll that starts slightly sideways restores the moment', async ({ page }) => {
    const figure = await open(page, figures[0]);
    const touch = await createTouch(page, figure);
    const moment = figure.locator('.figure-player input');
    const [before, top] = [await moment.inputValue(), await page.evaluate(() => scrollY)];
    await touch('touchStart', [0.5, 150]);
    await touch('touchMove', [0.516, 153]);
    await expect(moment).not.toHaveValue(before);
    for (let step = 1; step <= 8; step += 1) await touch('touchMove', [0.516, 150 + step * 25]);
    await touch('touchEnd');
    await expect.poll(async () => page.evaluate(() => scrollY)).not.toBe(top);
    await expect(moment).toHaveValue(before);
  });

  test('a canceled touch undoes what it has drawn', async ({ page }) => {
    const figure = await open(page, figures[0]);
    const touch = await createTouch(page, figure);
    const before = await levelsOf(figure);
    await touch('touchStart', [0.02, 250]);
    await touch('touchMove', [0.3, 250]);
    await expect.poll(async () => levelsOf(figure)).not.toEqual(before);
    await touch('touchCancel');
    await expect.poll(async () => levelsOf(figure)).toEqual(before);
  });
});

for (const figure of figures) {
  test.describe(`The controls of ${figure.slug}`, () => {
    test.describe('on a phone', () => {
      test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

      test('are at least 44 px high and disable double-tap zoom', async ({ page }) => {
        const live = await open(page, figure);
        for (const summary of await live.locator('summary').all()) await summary.tap();
        const shown = live.locator('button, input, select, summary').locator('visible=true');
        const small = await shown.evaluateAll((all) =>
          all.flatMap((each) => {
            const target = each.closest('label') ?? each;
            const { height } = target.getBoundingClientRect();
            const isLargeEnough = height >= 44 && getComputedStyle(each).touchAction !== 'auto';
            return isLargeEnough ? [] : [`${each.outerHTML.slice(0, 80)} ${height}`];
          }),
        );
        expect(small).toEqual([]);
      });
    });

    test('do not swallow the keyboard shortcuts of search', async ({ page }) => {
      const live = await open(page, figure);
      const search = page.locator('dialog[open]');
      for (const control of ['input[type=range]', 'input[type=radio]', '[role=switch]', 'summary'])
        for (const one of await live.locator(control).locator('visible=true').all())
          for (const key of ['/', 'Control+k']) {
            await one.press(key);
            await expect(search, `${key} on ${control}`).toBeVisible();
            await page.keyboard.press('Escape');
            await expect(search).toBeHidden();
            await expect(one).toBeFocused();
          }
    });

    test('have one accessible name each, and no description that repeats it', async ({ page }) => {
      await open(page, figure);
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const texts = nodes.map(({ name, description }) => [
        String(name?.value),
        String(description?.value ?? ''),
      ]);
      for (const name of [stage.rewind, stage.stepBack, stage.stepForward])
        expect(texts.filter(([text]) => text === name)).toEqual([[name, '']]);
    });

    test('do not change a live region during playback', async ({ page }) => {
      await page.clock.install({ time: 0 });
      const live = await open(page, figure);
      // Freeze the clock: on a slow machine, playback could otherwise reach its end, which is announced.
      await page.clock.pauseAt(3_600_000);
      await live.getByRole('button', { name: stage.rewind }).click();
      await page.clock.runFor(1000);
      const liveRegion = live.locator('p[role=status]');
      await expect(liveRegion).not.toBeEmpty();
      await page.evaluate(() => {
        const seen = Object.assign(window, { changes: 0 });
        const observer = new MutationObserver((changes) => {
          seen.changes += changes.length;
        });
        for (const status of document.querySelectorAll('.figure [role=status]'))
          observer.observe(status, { childList: true, characterData: true, subtree: true });
      });
      const position = live.locator('.figure-player input');
      await live.locator('.figure-play').click();
      await expect(live.locator('.figure-play')).toHaveText(stage.pause);
      await page.clock.runFor(3000);
      expect(Number(await position.inputValue())).toBeGreaterThan(10);
      expect(await page.evaluate(() => Reflect.get(window, 'changes') as unknown)).toBe(0);
    });

    test('cause no layout shift during playback: the slider keeps its width, and content below never moves up', async ({
      page,
    }) => {
      const live = await open(page, figure);
      const position = live.locator('.figure-player input');
      const last = Number(await position.getAttribute('max'));
      const seen: { width: number; below: number }[] = [];
      for (const share of [0, 0.02, 0.1, 0.15, 0.2, 0.5, 0.9, 1, 0.5, 0]) {
        await position.fill(String(Math.round(share * last)));
        seen.push(
          await live.evaluate((each) => {
            const boxOf = (selector: string): DOMRect =>
              each.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
            return {
              width: boxOf('.figure-player input').width,
              below: boxOf('.figure-panels').top - boxOf('.figure-player').top,
            };
          }),
        );
      }
      expect(new Set(seen.map(({ width }) => width)).size).toBe(1);
      const places = seen.map(({ below }) => below);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    });

    test('have no button for the other language beside them', async ({ page }) => {
      const live = await open(page, figure);
      await page.locator('.prose').hover();
      await expect(page.locator('.prose .peek').first()).toBeAttached();
      await expect(live.locator('.peek')).toHaveCount(0);
    });
  });
}

test('The focus outline of a terminal is inside the terminal', async ({ page }) => {
  const figure = await open(page, figures[0]);
  for (const summary of await figure.locator('.figure-panel > summary').all()) await summary.click();
  for (const terminal of await page
    .locator('.code--terminal pre[tabindex], pre.figure-output[tabindex]')
    .all()) {
    await terminal.focus();
    await page.keyboard.press('Shift');
    const { outlineOffset, outlineWidth } = await terminal.evaluate((each) => {
      const { outlineOffset, outlineWidth } = getComputedStyle(each);
      return { outlineOffset, outlineWidth };
    });
    expect(Number.parseFloat(outlineWidth)).toBeGreaterThan(0);
    expect(-Number.parseFloat(outlineOffset)).toBeGreaterThanOrEqual(Number.parseFloat(outlineWidth));
  }
});
