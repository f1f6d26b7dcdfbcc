import { expect, test, type Locator, type Page } from '@playwright/test';
import { describeState } from '../../figures/childcare-fee/describe.ts';
import {
  computeBill,
  fragmentToState,
  presets,
  type State,
} from '../../figures/childcare-fee/model/index.ts';
import { loadWords } from '../../figures/childcare-fee/words.ts';
import { loadStageWords } from '../../figures/stage/words.ts';
import { addressOf } from '../../tools/sites/pages.ts';
import { dragFinger } from './drag-finger.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { followStateLinks } from './follow-state-links.ts';
import { horizontalOverflow } from './horizontal-overflow.ts';
import { watchPage } from './watch-page.ts';

const [ko, en] = await Promise.all([loadWords('ko'), loadWords('en')]);
const stageWords = await loadStageWords('en');
const article = addressOf('narani', 'en/articles/danish-childcare/');
const initial = presets['half-million'];

/** Opens a page and waits until its figure is hydrated. */
async function open(page: Page, address = article): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator('#fee');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.fee-chart')).toBeVisible();
  return figure;
}

/** Expects the page to show what the model computes for a state. */
async function expectShown(figure: Locator, state: State, words = en): Promise<void> {
  await expect(figure.locator('.figure-description')).toHaveText(describeState(state, words));
  const { total, percent } = computeBill(state);
  await expect(figure.locator('.figure-picture .large')).toHaveText(words.picture.kroner(total));
  await expect(figure.locator('.figure-picture .medium')).toHaveText(`${percent}%`);
}

/** Returns the middle of the point on the staircase, in client coordinates. */
async function findPoint(figure: Locator): Promise<{ x: number; y: number }> {
  const box = await figure.locator('.point').boundingBox();
  if (box === null) throw new Error('The point is not visible');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('With a mouse, the point follows a drag along the income', async ({ page }) => {
  const figure = await open(page);
  const slider = figure.getByRole('slider');
  for (const across of [-150, 60, 170]) {
    const { x, y } = await findPoint(figure);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + across / 2, y + 10);
    await page.mouse.move(x + across, y - 20);
    await page.mouse.up();
    const moved = await findPoint(figure);
    expect(Math.abs(moved.x - x - across)).toBeLessThan(2);
    expect(Math.sign(y - moved.y)).toBe(Math.sign(across));
    await expectShown(figure, { ...initial, income: Number(await slider.inputValue()) });
  }
});

test('With a keyboard, a reader can set everything, and nothing is reported', async ({ page }) => {
  const { problems } = watchPage(page);
  const figure = await open(page);
  const slider = figure.getByRole('slider', { name: en.controls.income });
  await expectShown(figure, initial);
  await slider.focus();
  for (const [key, income] of [
    ['ArrowRight', 501_000],
    ['PageUp', 561_000],
    ['PageDown', 501_000],
    ['Home', 150_000],
    ['End', 750_000],
    ['ArrowLeft', 749_000],
  ] as const) {
    await page.keyboard.press(key);
    await expectShown(figure, { ...initial, income });
  }
  await expect(slider).toHaveAttribute('aria-valuetext', en.picture.incomes(749_000, 62_417));

  const nursery = figure.getByRole('group', { name: en.controls.nursery });
  await nursery.getByRole('radio', { name: '1' }).focus();
  await page.keyboard.press('ArrowRight');
  let state: State = { ...initial, income: 749_000, nursery: 2, children: 2 };
  await expectShown(figure, state);
  await figure.getByRole('radio', { name: en.controls.parentsOptions.two }).focus();
  await page.keyboard.press('ArrowLeft');
  state = { ...state, parents: 'one' };
  await expectShown(figure, state);
  await figure.getByRole('combobox', { name: en.controls.municipality }).selectOption('skive');
  state = { ...state, municipality: 'skive' };
  await expectShown(figure, state);
  await figure.getByRole('radio', { name: en.controls.yearOption(2025, true) }).focus();
  await page.keyboard.press('ArrowRight');
  state = { ...state, year: 2026 };
  await expectShown(figure, state);
  const children = figure.getByRole('group', { name: en.controls.children });
  await children.getByRole('radio', { name: '2' }).focus();
  await page.keyboard.press('ArrowLeft');
  state = { ...state, children: 1, nursery: 1 };
  await expectShown(figure, state);
  await expect(figure.locator('.visually-hidden[role=status]')).toHaveText(describeState(state, en));

  await figure.getByText(stageWords.data).press('Enter');
  const { total, percent } = computeBill(state);
  await expect(figure.getByRole('row', { name: '749,000' }).getByRole('cell')).toHaveText([
    '749,000',
    `${percent}%`,
    total.toLocaleString('en'),
  ]);
  expect(problems).toEqual([]);
});

test.describe('By touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('the point follows a finger, and a vertical drag scrolls the page', async ({ page }) => {
    const figure = await open(page);
    await figure.locator('.fee-chart').evaluate((chart) => {
      chart.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const drag = async (across: number, down: number): Promise<void> => {
      const { x, y } = await findPoint(figure);
      await dragFinger(page, [x, y], [x + across, y + down]);
    };
    const before = await findPoint(figure);
    await drag(-90, 0);
    await expect.poll(async () => (await findPoint(figure)).x).toBeLessThan(before.x - 80);
    const income = await figure.getByRole('slider').inputValue();
    await expectShown(figure, { ...initial, income: Number(income) });

    const scrolled = await page.evaluate(() => scrollY);
    await drag(2, -150);
    await expect.poll(async () => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
    await expect(figure.getByRole('slider')).toHaveValue(income);
  });
});

test('Links in the text show their states, in both languages', async ({ page }) => {
  for (const [locale, words] of [
    ['ko', ko],
    ['en', en],
  ] as const) {
    await open(page, addressOf('narani', `${locale}/articles/danish-childcare/`));
    await followStateLinks(page, 'fee', 5, async (figure, pairs) =>
      expectShown(figure, fragmentToState(pairs), words),
    );
  }
});

test('On narrow and wide pages, light and dark, it fits and has no accessibility violations', async ({
  page,
}) => {
  for (const width of [360, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await open(page, `${article}#fee:income=750000&year=2026&municipality=skive`);
      expect(await horizontalOverflow(page)).toBe(0);
      expect(await findAxeViolations(page, { include: '#fee' })).toEqual([]);
    }
  }
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the static figure is complete and has no controls', async ({ page }) => {
    for (const [locale, words] of [
      ['ko', ko],
      ['en', en],
    ] as const) {
      await page.goto(addressOf('narani', `${locale}/articles/danish-childcare/`));
      const figure = page.locator('#fee');
      await expect(figure.getByRole('img', { name: words.picture.label })).toBeVisible();
      await expectShown(figure, initial, words);
      await expect(figure.locator('button, input, select, [role=slider]')).toHaveCount(0);
      await figure.locator('.figure-data > summary').click();
      await expect(figure.getByRole('table')).toBeVisible();
    }
  });
});
