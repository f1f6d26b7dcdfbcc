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

/** Reports whether the figure’s custom element is defined. */
async function isLoaded(page: Page): Promise<boolean> {
  return page.evaluate((element) => customElements.get(element) !== undefined, elementName(name));
}

async function turnTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

test('a figure is lazy-loaded when it is one screen away', async ({ page }) => {
  const host = page.locator(elementName(name));
  const topOf = async (): Promise<number> => host.evaluate((each) => each.getBoundingClientRect().top);
  await page.goto(article);
  await page.setViewportSize({ width: 800, height: 600 });
  await page.setViewportSize({ width: 800, height: Math.round((await topOf()) / 2.5) });
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.reload({ waitUntil: 'networkidle' });
  expect(await isLoaded(page)).toBe(false);
  expect(requested.filter((url) => url.includes('figure-controls'))).toEqual([]);
  await page.evaluate(() => {
    scrollBy({ top: innerHeight, behavior: 'instant' });
  });
  await expect(playOf(host)).toHaveCount(1);
  expect(requested.filter((url) => url.includes('figure-controls'))).toHaveLength(1);
  await expect(host).not.toBeInViewport();
});

test('a static figure remains if a style sheet fails to load', async ({ page }) => {
  const warnings: string[] = [];
  const thrown: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  page.on('pageerror', (error) => thrown.push(error.message));
  await page.route(/\/_astro\/figure-controls.*\.css/, (route) => route.abort());
  await page.goto(`${article}#${name}:preset=steady`);
  await expect.poll(() => warnings.join()).toContain('style sheet');
  const figure = page.locator(`#${name}`);
  await expect(figure.getByRole('img', { name: ps.picture.label('76.0', '0.0') })).toBeVisible();
  await expect(figure.locator('button, input, select')).toHaveCount(0);
  await figure.getByText(stage.data).click();
  await expect(figure.getByRole('table')).toBeVisible();
  expect(thrown).toEqual([]);
});

test('panels and the table stay open when the figure is hydrated, and when it changes', async ({ page }) => {
  const late = Promise.withResolvers<undefined>();
  await page.route(/\/_astro\/figure-controls.*\.css/, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.goto(article);
  const figure = page.locator(`#${name}`);
  const summaries = [figure.getByText(ps.output.title), figure.getByText(stage.data)];
  for (const summary of summaries) await summary.click();
  late.resolve(undefined);
  await expect(playOf(figure)).toBeVisible();
  await presetOf(figure, 'steady').check({ force: true });
  await expect(figure.locator('.figure-output')).toBeVisible();
  await expect(figure.getByRole('table')).toBeVisible();
  await expect(figure.locator('details[open]')).toHaveCount(2);
});

test('two instances of a figure on one page have independent states', async ({ page }) => {
  await page.goto(article);
  // A text can place a figure twice. The copy is hydrated as soon as it is inserted if the element is defined by then.
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
  await expect(presetOf(one, 'steady')).not.toBeChecked();
  await presetOf(one, 'four-threads').check({ force: true });
  await expect(presetOf(other, 'steady')).toBeChecked();
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, nth) => ids.indexOf(id) !== nth);
  });
  expect(twice).toEqual([]);
});

test.describe('Playback', () => {
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

  test('pauses in the state of a new URL fragment', async ({ page }) => {
    const figure = await play(page);
    await turnTo(page, `${name}:preset=steady&at=10`);
    await expect(playOf(figure)).toHaveText(stage.play);
    await page.clock.runFor(3000);
    await expect(positionOf(figure)).toHaveValue('100');
  });

  test('becomes stepwise when the reader turns on reduced motion', async ({ page }) => {
    const figure = await play(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // The time played so far counts towards the first step, so that may come at once; later steps are 1.5 s apart.
    await page.clock.runFor(1600);
    const second = Number(await positionOf(figure).inputValue()) / 10;
    expect(Number.isInteger(second)).toBe(true);
    await page.clock.runFor(1600);
    await expect(positionOf(figure)).toHaveValue(String((second + 1) * 10));
  });

  test('pauses when the figure is scrolled out of view', async ({ page }) => {
    const figure = await play(page);
    await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
    });
    await expect(playOf(figure)).toHaveText(stage.play);
  });

  test('is printed with its table even if that is closed, and the table is removed afterwards', async ({
    page,
  }) => {
    const figure = await play(page);
    await expect(figure.getByRole('table')).toHaveCount(0);
    // This listener is added after the figure’s, so it runs after the figure has rendered its table.
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
