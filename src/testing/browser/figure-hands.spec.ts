import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test';
import { loadWords } from '../../figures/ps-vs-top/words.ts';
import { loadStageWords } from '../../figures/stage/words.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { afterFrames } from './wait-until-drawn.ts';

const figures = [
  { slug: 'ps-vs-top', id: 'ps-vs-top' },
  { slug: 'silent-voicemail', id: 'call' },
] as const;

const ps = await loadWords('en');
const stage = await loadStageWords('en');

/** A figure of an article, once it is live. */
async function open(page: Page, { slug, id }: (typeof figures)[number]): Promise<Locator> {
  await page.goto(addressOf('narani', `en/articles/${slug}/`));
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.figure-play')).toBeVisible();
  return figure;
}

test.describe('Fingers on the chart', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  type Point = [across: number, down: number];

  /** What touches the chart, at shares of its width and pixels below its top. */
  async function takeChart(
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

  test('a second finger that comes to the one that draws has no part in that', async ({ page }) => {
    const figure = await open(page, figures[0]);
    await figure.getByRole('switch', { name: ps.controls.draw }).tap();
    const touch = await takeChart(page, figure);
    const before = await levelsOf(figure);
    await touch('touchStart', [0.02, 120]);
    await touch('touchMove', [0.06, 120]);
    await expect.poll(async () => levelsOf(figure)).not.toEqual(before);
    const drawn = await levelsOf(figure);
    await touch('touchStart', [0.06, 120], [0.9, 80]);
    await touch('touchMove', [0.06, 120], [0.7, 80]);
    await touch('touchMove', [0.06, 120], [0.5, 80]);
    await touch('touchEnd');
    // What fingers do is told to a page with its frames.
    await page.evaluate(afterFrames);
    expect(await levelsOf(figure)).toEqual(drawn);
  });

  test('a scroll that begins a little sideways leaves the moment where it was', async ({ page }) => {
    const figure = await open(page, figures[0]);
    const touch = await takeChart(page, figure);
    const moment = figure.locator('.figure-player input');
    const [before, top] = [await moment.inputValue(), await page.evaluate(() => scrollY)];
    await touch('touchStart', [0.5, 100]);
    await touch('touchMove', [0.516, 103]);
    await expect(moment).not.toHaveValue(before);
    for (let step = 1; step <= 8; step += 1) await touch('touchMove', [0.516, 100 + step * 25]);
    await touch('touchEnd');
    await expect.poll(async () => page.evaluate(() => scrollY)).not.toBe(top);
    await expect(moment).toHaveValue(before);
  });

  test('what is drawn when the system takes the finger away is taken back', async ({ page }) => {
    const figure = await open(page, figures[0]);
    await figure.getByRole('switch', { name: ps.controls.draw }).tap();
    const touch = await takeChart(page, figure);
    const before = await levelsOf(figure);
    await touch('touchStart', [0.02, 120]);
    await touch('touchMove', [0.3, 120]);
    await expect.poll(async () => levelsOf(figure)).not.toEqual(before);
    await touch('touchCancel');
    await expect.poll(async () => levelsOf(figure)).toEqual(before);
  });
});

for (const figure of figures) {
  test.describe(`The controls of ${figure.slug}`, () => {
    test.describe('on a phone', () => {
      test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

      test('are as large as a finger, and none of them makes the page larger when it is pressed twice', async ({
        page,
      }) => {
        const live = await open(page, figure);
        for (const summary of await live.locator('summary').all()) await summary.tap();
        const small = await live.locator('button, input, select, summary').evaluateAll((all) =>
          all.flatMap((each) => {
            const target = each.closest('label') ?? each;
            const { height } = target.getBoundingClientRect();
            const isRight = height >= 44 && getComputedStyle(each).touchAction !== 'auto';
            return isRight ? [] : [`${each.outerHTML.slice(0, 80)} ${height}`];
          }),
        );
        expect(small).toEqual([]);
      });
    });

    test('do not keep the keys to themselves by which search is asked for', async ({ page }) => {
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

    test('are each told by one name, once', async ({ page }) => {
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

    test('leave what is read out alone while the figure plays', async ({ page }) => {
      await page.clock.install({ time: 0 });
      const live = await open(page, figure);
      // From here on no time passes but what the test lets pass: else a busy machine may come to the end, which is told.
      await page.clock.pauseAt(3_600_000);
      await live.getByRole('button', { name: stage.rewind }).click();
      await page.clock.runFor(1000);
      const said = live.locator('[role=status].visually-hidden');
      await expect(said).not.toBeEmpty();
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

    test('leave the slider as wide as it is, and what is below no higher than it was, as time goes on', async ({
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

    test('have no other beside them that shows a part of the text in its other language', async ({
      page,
    }) => {
      const live = await open(page, figure);
      await page.locator('.prose').hover();
      await expect(page.locator('.prose .peek').first()).toBeAttached();
      await expect(live.locator('.peek')).toHaveCount(0);
    });
  });
}

test('The mark of where the keyboard is in what a terminal shows stands on the ground of that', async ({
  page,
}) => {
  await open(page, figures[0]);
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
