import { expect, test, type Locator, type Page } from '@playwright/test';
import { describeState } from '../../figures/ps-vs-top/describe.ts';
import {
  drawLoad,
  fragmentToState,
  computeReading,
  stateToFragment,
  type State,
} from '../../figures/ps-vs-top/model/index.ts';
import { printFirstFrame, printFull, printPs, printTop } from '../../figures/ps-vs-top/print.ts';
import { loadWords } from '../../figures/ps-vs-top/words.ts';
import { loadStageWords } from '../../figures/stage/words.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { dragFinger } from './drag-finger.ts';
import { followStateLinks } from './follow-state-links.ts';
import { watchPage } from './watch-page.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { horizontalOverflow } from './horizontal-overflow.ts';

const [ko, en] = await Promise.all([loadWords('ko'), loadWords('en')]);
const stageWords = await loadStageWords('en');
const article = addressOf('narani', 'en/articles/ps-vs-top/');
const initial = fragmentToState('preset=woke-up-late');
const shown = `${article}#ps-vs-top:preset=woke-up-late`;

test.use({ locale: 'is-IS' });

/** Opens a page and waits until its figure is hydrated. */
async function open(page: Page, address = shown): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator('#ps-vs-top');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.ps-chart')).toBeVisible();
  return figure;
}

/** Expects the page to show what the model computes for a state. */
async function expectShown(figure: Locator, state: State, words = en): Promise<void> {
  await expect(figure.locator('.figure-description')).toHaveText(describeState(state, words));
  const reading = computeReading(state);
  const rows = [
    printPs(reading),
    printFull(reading),
    printTop(state, reading),
    printFirstFrame(state, reading),
  ].map(({ command, header, row }) => `$ ${command}\n${header}\n${row.join('')}`);
  const output = await figure.locator('.figure-output').textContent();
  for (const row of rows) expect(output).toContain(row);
  const values = figure.locator('.figure-picture .huge');
  await expect(values).toHaveText([`${reading.ps.cpu}%`, `${reading.top.cpu}%`]);
}

test.describe('By keyboard', () => {
  test('a reader can choose a preset, change the load, and set machine and release', async ({ page }) => {
    const { problems } = watchPage(page);
    const figure = await open(page);
    await expectShown(figure, initial);

    await figure.getByRole('radio', { name: en.controls.presets['woke-up-late'] }).focus();
    await page.keyboard.press('ArrowRight');
    let state = fragmentToState('preset=burst-then-idle');
    await expectShown(figure, state);

    const stretches = figure.getByRole('group', { name: en.controls.stretches }).getByRole('slider');
    await expect(stretches).toHaveCount(12);
    await expect(stretches.nth(1)).toHaveAttribute('aria-valuetext', '5–10 s: 20%');
    await stretches.first().focus();
    for (const key of ['ArrowRight', 'PageUp', 'ArrowDown']) await page.keyboard.press(key);
    await expect(stretches.nth(1)).toBeFocused();
    await expect(stretches.nth(1)).toHaveAttribute('aria-valuetext', '5–10 s: 60%');
    state = drawLoad(state, 500, 1000, 60);
    await expectShown(figure, state);
    for (const key of ['ArrowLeft', 'Home', 'ArrowRight', 'End']) await page.keyboard.press(key);
    state = drawLoad(drawLoad(state, 0, 500, 0), 500, 1000, 100);
    await expectShown(figure, state);

    await figure.getByRole('slider', { name: en.controls.interval }).focus();
    await page.keyboard.press('End');
    state = { ...state, interval: 1000 };
    await expectShown(figure, state);

    await figure.getByText(en.controls.more).focus();
    await page.keyboard.press('Enter');
    await figure.getByRole('slider', { name: en.controls.threads }).focus();
    await page.keyboard.press('ArrowRight');
    await figure.getByRole('slider', { name: en.controls.cpus }).focus();
    await page.keyboard.press('ArrowLeft');
    await figure.getByRole('combobox', { name: en.controls.mode }).focus();
    await page.keyboard.press('End');
    await figure.getByRole('combobox', { name: en.controls.release }).focus();
    await page.keyboard.press('Home');
    state = { ...state, threads: 2, cpus: 3, mode: 'solaris', release: '3.3.0' };
    await expectShown(figure, state);
    expect(problems).toEqual([]);
  });

  test('the moment changes by seconds with the buttons and by tenths with the slider', async ({ page }) => {
    const figure = await open(page);
    const player = figure.getByRole('group', { name: stageWords.player });
    await player.getByRole('button', { name: stageWords.stepBack }).press('Enter');
    await expectShown(figure, { ...initial, moment: 3900 });
    await player.getByRole('slider').press('ArrowRight');
    await expectShown(figure, { ...initial, moment: 3910 });
    await expect(player.getByRole('slider')).toHaveAttribute('aria-valuetext', en.seconds('39.1'));
    await player.getByRole('button', { name: stageWords.rewind }).press('Enter');
    await expectShown(figure, { ...initial, moment: 0 });
  });

  test('the data table opens and contains the printed values', async ({ page }) => {
    const figure = await open(page);
    await figure.getByText(stageWords.data).press('Enter');
    const cells = figure.getByRole('row').nth(7).getByRole('cell');
    await expect(cells).toHaveText(['35', '500', '14.2', '14', '100.0']);
  });
});

test.describe('With a mouse', () => {
  test('a drag draws the load, and a click sets the moment', async ({ page }) => {
    const figure = await open(page);
    const at = await placesIn(figure);
    await page.mouse.move(...at(5.5, 80));
    await page.mouse.down();
    await page.mouse.move(...at(10.5, 80), { steps: 5 });
    await page.mouse.up();
    const drawn = drawLoad(initial, 500, 1100, 80);
    await expectShown(figure, drawn);
    await page.mouse.click(...at(15, 50));
    await expectShown(figure, { ...drawn, moment: 1500 });
  });

  test('a drag of the rectangles sets the moment', async ({ page }) => {
    const figure = await open(page);
    const at = await placesIn(figure);
    await page.mouse.move(...at(40, 150));
    await page.mouse.down();
    await page.mouse.move(...at(50, 150), { steps: 4 });
    await page.mouse.up();
    await expectShown(figure, { ...initial, moment: 5000 });
  });
});

test.describe('By touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 760 } });

  test('a tap or a drag of the rectangles sets the moment, and a drag across the chart draws the load', async ({
    page,
  }) => {
    const figure = await open(page);
    const at = await placesIn(figure);
    await page.touchscreen.tap(...at(20, 50));
    await expect(figure.locator('.cursor').first()).toHaveAttribute('x1', /^39\./);
    await dragFinger(page, at(20, 150), at(45, 150));
    const position = figure.getByRole('slider', { name: stageWords.position });
    await expect(position).toHaveValue(/^4(?:4[789]|5[0123])$/);
    const moment = momentOf(await position.inputValue());
    await expectShown(figure, { ...initial, moment });

    await dragFinger(page, at(2.5, 40), at(7.5, 40));
    await expectShown(figure, { ...drawLoad(initial, 200, 800, 40), moment });
  });

  test('a vertical drag scrolls the page and changes nothing', async ({ page }) => {
    const figure = await open(page);
    const at = await placesIn(figure);
    const before = await page.evaluate(() => scrollY);
    await dragFinger(page, at(20, 20), at(20.5, 260));
    await expect.poll(async () => page.evaluate(() => scrollY)).not.toBe(before);
    await expectShown(figure, initial);
  });

  test('buttons play and step', async ({ page }) => {
    const figure = await open(page);
    await figure.getByRole('button', { name: stageWords.stepForward }).tap();
    await expectShown(figure, { ...initial, moment: 4100 });
    await figure.getByRole('radio', { name: en.controls.presets.steady }).tap();
    await expectShown(figure, fragmentToState('preset=steady'));
  });
});

test.describe('Playback', () => {
  test('takes twelve seconds; URL and live region stay the same until the end, which is announced', async ({
    page,
  }) => {
    await page.clock.install({ time: 0 });
    const figure = await open(page);
    // Freeze the clock; `runFor` advances it.
    await page.clock.pauseAt(3_600_000);
    const address = page.url();
    const status = figure.locator('.visually-hidden[role=status]');
    await figure.getByRole('button', { name: stageWords.rewind }).click();
    await page.clock.runFor(2000);
    await expect(status).toHaveText(describeState({ ...initial, moment: 0 }, en));
    await figure.getByRole('button', { name: stageWords.play }).press('Enter');
    await page.clock.runFor(6000);
    const moment = momentOf(await figure.getByRole('slider', { name: stageWords.position }).inputValue());
    expect(moment).toBeGreaterThan(2900);
    expect(moment).toBeLessThan(3100);
    await expect(status).toHaveText(describeState({ ...initial, moment: 0 }, en));
    expect(page.url()).toBe(address);
    await page.clock.runFor(8000);
    const end = { ...initial, moment: 6000 };
    await expectShown(figure, end);
    await expect(status).toHaveText(describeState(end, en));
    await expect(figure.getByRole('button', { name: stageWords.play })).toBeVisible();
    expect(page.url()).toBe(address);
  });

  test('moves by whole seconds with reduced motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.install({ time: 0 });
    const figure = await open(page);
    await page.clock.pauseAt(3_600_000);
    await figure.getByRole('button', { name: stageWords.play }).press('Enter');
    await expect(figure.getByRole('button', { name: stageWords.pause })).toBeVisible();
    await page.clock.runFor(1000);
    await expectShown(figure, initial);
    await page.clock.runFor(1000);
    await expectShown(figure, { ...initial, moment: 4100 });
  });
});

test.describe('A state in a URL fragment', () => {
  const state = fragmentToState('load=200x20,0x10,50x30&at=25.2&every=0.5&threads=2&procps=4.0.0');

  test('is shown, and the page scrolls to the figure', async ({ page }) => {
    const figure = await open(page, `${article}#ps-vs-top:${stateToFragment(state)}`);
    await expectShown(figure, state);
    await expect(figure.locator('figcaption')).toBeInViewport();
  });

  test('is shown after following each link in the text, in both languages', async ({ page }) => {
    for (const [locale, words] of [
      ['ko', ko],
      ['en', en],
    ] as const) {
      await open(page, addressOf('narani', `${locale}/articles/ps-vs-top/`));
      await followStateLinks(page, 'ps-vs-top', 5, async (figure, pairs) =>
        expectShown(figure, fragmentToState(pairs), words),
      );
    }
  });
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the static figure is complete and has no controls', async ({ page }) => {
    for (const [locale, words] of [
      ['ko', ko],
      ['en', en],
    ] as const) {
      await page.goto(addressOf('narani', `${locale}/articles/ps-vs-top/`));
      const figure = page.locator('#ps-vs-top');
      const pairs = await figure.locator('[data-pairs]').getAttribute('data-pairs');
      const state = fragmentToState(pairs ?? '');
      const { ps, top } = computeReading(state);
      await expect(figure.getByRole('img', { name: words.picture.label(ps.cpu, top.cpu) })).toBeVisible();
      await expectShown(figure, state, words);
      await expect(figure.locator('button, input, select, [role=slider]')).toHaveCount(0);
      await figure.locator('.figure-data summary').click();
      await expect(figure.getByRole('row')).toHaveCount(13);
    }
  });
});

test.describe('The hydrated figure', () => {
  test('has no violations in axe in either theme, and never scrolls sideways', async ({ page }) => {
    const { problems } = watchPage(page);
    for (const locale of ['ko', 'en']) {
      const figure = await open(page, addressOf('narani', `${locale}/articles/ps-vs-top/`));
      for (const summary of await figure.locator('summary').all()) await summary.click();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await findAxeViolations(page, { include: '#ps-vs-top' })).toEqual([]);
      }
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const excess = await horizontalOverflow(page);
        expect(excess, `at ${width} px`).toBe(0);
      }
    }
    expect(problems).toEqual([]);
  });

  test('copies a link to its state', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const figure = await open(page);
    await figure.getByRole('radio', { name: en.controls.presets['four-threads'] }).click();
    await figure.getByRole('button', { name: stageWords.copyLink }).click();
    await expect(figure.getByText(stageWords.copied)).toBeVisible();
    const copied = await page.evaluate(async () => navigator.clipboard.readText());
    expect(copied).toBe(`${article}#ps-vs-top:preset=four-threads`);
  });
});

/** Returns a function from a second and a load to viewport coordinates, for a chart with a limit of 100. */
async function placesIn(figure: Locator): Promise<(second: number, level: number) => [number, number]> {
  const stretches = figure.locator('.ps-stretches > *');
  await stretches.first().evaluate((each) => {
    each.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  const [first, last] = [await stretches.first().boundingBox(), await stretches.last().boundingBox()];
  if (first === null || last === null) throw new Error('The chart is not visible');
  const width = last.x + last.width - first.x;
  return (second, level) => [first.x + (width * second) / 60, first.y + first.height * (1 - level / 100)];
}

/** Converts a value of the seek slider (tenths of a second) to ticks. */
function momentOf(value: string): number {
  return Number(value) * 10;
}
