import { expect, test, type Locator, type Page } from '@playwright/test';
import { describeState, formatRatio, readOut } from '../../figures/childcare-day/describe.ts';
import {
  formatTime,
  fragmentToState,
  initialState,
  stateToFragment,
  type State,
} from '../../figures/childcare-day/model/index.ts';
import { loadWords } from '../../figures/childcare-day/words.ts';
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

/** Height of a quarter of an hour in the picture, in pixels. */
const quarter = 5;

/** Opens a page and waits until its figure is hydrated. */
async function open(page: Page, address = article): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator('#day');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.day-picture')).toBeVisible();
  return figure;
}

/** Expects the page to show what the model computes for a state. */
async function expectShown(figure: Locator, state: State, words = en): Promise<void> {
  await expect(figure.locator('.figure-description')).toHaveText(describeState(state, words));
  const { denmark, korea } = readOut(state, words);
  await expect(figure.locator('.figure-picture .medium')).toHaveText([denmark.value, korea.value, '3']);
  await expect(figure.locator('.figure-picture .large')).toHaveText(formatRatio(state.open));
  await expect(figure.locator('.figure-picture text.pickup')).toHaveText(formatTime(state.pickup));
}

/** Returns the middle of the time on the line, in client coordinates. */
async function findHandle(figure: Locator): Promise<{ x: number; y: number }> {
  const box = await figure.locator('rect.pickup').boundingBox();
  if (box === null) throw new Error('The time of the pick-up is not visible');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function center(figure: Locator): Promise<void> {
  await figure.locator('.day-picture').evaluate((picture) => {
    picture.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
}

test('With a mouse, the line follows a drag of its handle, and a press anywhere in the columns', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  const figure = await open(page);
  await center(figure);
  let { x, y } = await findHandle(figure);
  // The line keeps its distance from the pointer.
  await page.mouse.move(x + 10, y + 6);
  await page.mouse.down();
  await expectShown(figure, initialState);
  await page.mouse.move(x - 40, y + 6 - 3 * quarter);
  await page.mouse.move(x - 90, y + 6 - 6 * quarter);
  await expectShown(figure, { ...initialState, pickup: 16.5 * 60 });
  await page.mouse.up();
  await page.mouse.move(x, y + 100);
  await expectShown(figure, { ...initialState, pickup: 16.5 * 60 });

  ({ x, y } = await findHandle(figure));
  await page.mouse.move(x + 120, y + 20 * quarter);
  await page.mouse.down();
  await expectShown(figure, { ...initialState, pickup: 21.5 * 60 });
  await page.mouse.move(x + 120, y + 900);
  await expectShown(figure, { ...initialState, pickup: 24 * 60 });
  await page.mouse.up();
});

test('With a keyboard, a reader can set everything, and nothing is reported', async ({ page }) => {
  const { problems } = watchPage(page);
  const figure = await open(page);
  const handle = figure.getByRole('slider', { name: en.controls.pickup });
  await handle.focus();
  for (const [key, hours] of [
    ['ArrowDown', 18.25],
    ['ArrowUp', 18],
    ['PageUp', 17],
    ['PageDown', 18],
    ['Home', 6],
    ['ArrowUp', 6],
    ['End', 24],
    ['ArrowRight', 24],
    ['ArrowLeft', 23.75],
  ] as const) {
    await page.keyboard.press(key);
    await expectShown(figure, { ...initialState, pickup: hours * 60 });
  }
  await expect(handle).toHaveAttribute('aria-valuetext', '23:45');

  await figure.getByRole('radio', { name: en.controls.days.weekday }).focus();
  await page.keyboard.press('ArrowRight');
  let state: State = { ...initialState, pickup: 23.75 * 60, day: 'friday' };
  await expectShown(figure, state);
  await figure.getByRole('slider', { name: en.controls.open }).focus();
  await page.keyboard.press('End');
  state = { ...state, open: 55 };
  await expectShown(figure, state);
  await expect(figure.locator('.visually-hidden[role=status]')).toHaveText(describeState(state, en));

  await figure.getByText(stageWords.data).press('Enter');
  await expect(figure.getByRole('row', { name: '16:00–16:30' }).getByRole('cell')).toHaveText([
    '16:00–16:30',
    en.table.closing,
    en.korean.extended.value,
  ]);
  expect(problems).toEqual([]);
});

test.describe('By touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('the line follows a finger at its handle and jumps to a tap, and a swipe elsewhere scrolls the page', async ({
    page,
  }) => {
    const figure = await open(page);
    await center(figure);
    const swipe = async ({ x, y }: { x: number; y: number }, down: number): Promise<void> =>
      dragFinger(page, [x, y], [x, y + down]);
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(await findHandle(figure), -8 * quarter);
    await expectShown(figure, { ...initialState, pickup: 16 * 60 });
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);

    const { x, y } = await findHandle(figure);
    await page.touchscreen.tap(x + 100, y + 12 * quarter);
    await expectShown(figure, { ...initialState, pickup: 19 * 60 });

    await swipe({ x: x - 100, y: y - 40 }, -120);
    await expect.poll(async () => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
    await expectShown(figure, { ...initialState, pickup: 19 * 60 });
  });
});

test('Links in the text show their states, in both languages', async ({ page }) => {
  for (const [locale, words] of [
    ['ko', ko],
    ['en', en],
  ] as const) {
    await open(page, addressOf('narani', `${locale}/articles/danish-childcare/`));
    await followStateLinks(page, 'day', 2, async (figure, pairs) =>
      expectShown(figure, fragmentToState(pairs), words),
    );
  }
});

test('On narrow and wide pages, light and dark, it fits and has no accessibility violations', async ({
  page,
}) => {
  const longest: State = { day: 'friday', pickup: 23.75 * 60, open: 54.5 };
  for (const locale of ['ko', 'en'] as const) {
    for (const [width, colorScheme] of [
      [320, 'light'],
      [360, 'dark'],
      [1440, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const address = addressOf('narani', `${locale}/articles/danish-childcare/`);
      await open(page, `${address}#day:${stateToFragment(longest)}`);
      expect(await horizontalOverflow(page)).toBe(0);
      expect(await findAxeViolations(page, { include: '#day' })).toEqual([]);
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
      const figure = page.locator('#day');
      await expect(
        figure.getByRole('img', { name: readOut(initialState, words).denmark.value }),
      ).toBeVisible();
      await expectShown(figure, initialState, words);
      await expect(figure.locator('button, input, select, [role=slider]')).toHaveCount(0);
      await figure.locator('.figure-data > summary').click();
      await expect(figure.getByRole('table')).toBeVisible();
    }
  });
});
