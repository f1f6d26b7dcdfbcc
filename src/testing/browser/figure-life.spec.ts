import { expect, test, type Locator, type Page } from '@playwright/test';
import { elementName } from '../../figures/stage/figure.ts';
import { loadWords } from '../../figures/ps-vs-top/words.ts';
import { loadStageWords } from '../../figures/stage/words.ts';
import { addressOf } from '../../tools/sites/pages.ts';

const ps = await loadWords('en');
const stage = await loadStageWords('en');
const name = 'ps-vs-top';
const article = addressOf('narani', `en/articles/${name}/`);

const playOf = (figure: Locator): Locator => figure.locator('.figure-play');
const positionOf = (figure: Locator): Locator => figure.getByRole('slider', { name: stage.position });
const presetOf = (figure: Locator, preset: keyof typeof ps.controls.presets): Locator =>
  figure.getByRole('radio', { name: ps.controls.presets[preset] });

/** Whether what makes the figure live has come. */
async function isLoaded(page: Page): Promise<boolean> {
  return page.evaluate((element) => customElements.get(element) !== undefined, elementName(name));
}

async function turnTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

test('nothing of a figure is loaded before its reader is a screen away', async ({ page }) => {
  const host = page.locator(elementName(name));
  const topOf = async (): Promise<number> => host.evaluate((each) => each.getBoundingClientRect().top);
  await page.goto(article);
  await page.setViewportSize({ width: 800, height: 600 });
  await page.setViewportSize({ width: 800, height: Math.round((await topOf()) / 2.5) });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload({ waitUntil: 'networkidle' });
  expect(await isLoaded(page)).toBe(false);
  expect(asked.filter((url) => url.includes('figure-controls'))).toEqual([]);
  await page.evaluate(() => {
    scrollBy({ top: innerHeight, behavior: 'instant' });
  });
  await expect(playOf(host)).toHaveCount(1);
  expect(asked.filter((url) => url.includes('figure-controls'))).toHaveLength(1);
  await expect(host).not.toBeInViewport();
});

test('a figure of which a part does not come stands as it does without scripts', async ({ page }) => {
  const warnings: string[] = [];
  const thrown: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  page.on('pageerror', (error) => thrown.push(error.message));
  await page.route(/\/_astro\/figure-controls.*\.css/, (route) => route.abort());
  await page.goto(`${article}#${name}:preset=steady`);
  await expect.poll(() => warnings.join()).toContain('style sheet');
  const figure = page.locator(`#${name}`);
  await expect(figure.getByRole('img', { name: ps.chart.label })).toBeVisible();
  await expect(figure.locator('button, input, select')).toHaveCount(0);
  await figure.getByText(stage.data).click();
  await expect(figure.getByRole('table')).toBeVisible();
  expect(thrown).toEqual([]);
});

test('two figures of one kind on a page are each in a state of its own', async ({ page }) => {
  await page.goto(article);
  // As a text may place it twice: scripts have not looked for it yet in this copy, but know its element.
  await page.locator(`#${name}`).evaluate((figure) => {
    const copy = figure.cloneNode(true) as Element;
    copy.id = 'other';
    for (const place of copy.querySelectorAll('.figure-state')) place.remove();
    figure.after(copy);
  });
  const [one, other] = [page.locator(`#${name}`), page.locator('#other')];
  await one.scrollIntoViewIfNeeded();
  for (const figure of [one, other]) await expect(playOf(figure)).toBeVisible();
  await turnTo(page, 'other:preset=steady');
  await expect(presetOf(other, 'steady')).toBeChecked();
  await expect(presetOf(one, 'woke-up-late')).toBeChecked();
  await presetOf(one, 'four-threads').check({ force: true });
  await expect(presetOf(other, 'steady')).toBeChecked();
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, nth) => ids.indexOf(id) !== nth);
  });
  expect(twice).toEqual([]);
});

test.describe('A figure that plays', () => {
  async function play(page: Page): Promise<Locator> {
    await page.clock.install({ time: 0 });
    await page.goto(article);
    const figure = page.locator(`#${name}`);
    await figure.scrollIntoViewIfNeeded();
    await expect(playOf(figure)).toBeVisible();
    await page.clock.pauseAt(3_600_000);
    await figure.getByRole('button', { name: stage.rewind }).click();
    await playOf(figure).click();
    await expect(playOf(figure)).toHaveText(stage.pause);
    await page.clock.runFor(1000);
    return figure;
  }

  test('stands still in the state that an address comes to name', async ({ page }) => {
    const figure = await play(page);
    await turnTo(page, `${name}:preset=steady&at=10`);
    await expect(playOf(figure)).toHaveText(stage.play);
    await page.clock.runFor(3000);
    await expect(positionOf(figure)).toHaveValue('100');
  });

  test('goes by steps from when its reader wishes less motion', async ({ page }) => {
    const figure = await play(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // What it has played until then counts: the next step may come at once, those after it take their time.
    await page.clock.runFor(1600);
    const second = Number(await positionOf(figure).inputValue()) / 10;
    expect(Number.isInteger(second)).toBe(true);
    await page.clock.runFor(1600);
    await expect(positionOf(figure)).toHaveValue(String((second + 1) * 10));
  });

  test('stops when its reader has gone past it', async ({ page }) => {
    const figure = await play(page);
    await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
    });
    await expect(playOf(figure)).toHaveText(stage.play);
  });

  test('is printed with its table, though that is closed, and closed again then', async ({ page }) => {
    const figure = await play(page);
    await expect(figure.getByRole('table')).toHaveCount(0);
    // Whoever is told later than the figure sees what it has made of that.
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.body.dataset.printed = String(document.querySelectorAll('.figure-data tbody tr').length);
      });
    });
    await page.pdf();
    expect(Number(await page.locator('body').getAttribute('data-printed'))).toBeGreaterThan(10);
    await expect(figure.getByRole('table')).toHaveCount(0);
  });
});
