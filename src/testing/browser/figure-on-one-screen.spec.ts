import { expect, test, type Locator, type Page } from '@playwright/test';
import { views } from '../../figures/registry/views.ts';
import { elementName } from '../../figures/stage/figure.ts';
import { addressOf, locales } from '../../tools/sites/pages.ts';

/** The article that places each figure. */
const articles: Readonly<Record<string, string>> = {
  'ps-vs-top': 'ps-vs-top',
  'silent-voicemail': 'silent-voicemail',
  'childcare-fee': 'danish-childcare',
  'childcare-day': 'danish-childcare',
};

const screens = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test('every figure is tested here', () => {
  expect(Object.keys(articles).sort()).toEqual(Object.keys(views).sort());
});

for (const [name, slug] of Object.entries(articles))
  for (const { width, height } of screens)
    for (const locale of locales)
      test.describe(`${name} on a screen of ${width} × ${height} px (${locale})`, () => {
        test.use({ viewport: { width, height }, colorScheme: 'light' });

        test('shows each control together with the whole picture and its description, in every preset', async ({
          page,
        }) => {
          const figure = await open(page, addressOf('narani', `${locale}/articles/${slug}/`), name);
          expect(await measure(figure)).toEqual([]);
          for (const radio of await figure.locator('.figure-controls input[type=radio]').all()) {
            if (!(await radio.isVisible())) continue;
            await radio.check({ force: true });
            expect(await measure(figure)).toEqual([]);
          }
        });
      });

/** Opens a page, waits until its figure is hydrated, and unfolds its settings. */
async function open(page: Page, address: string, name: string): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator(elementName(name)).first();
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('.figure-actions').waitFor();
  const folded = figure.locator('details:has(.figure-controls), .figure-controls details');
  await folded.evaluateAll((all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true;
  });
  expect(await figure.locator('.figure-controls').count()).toBeGreaterThan(0);
  return figure;
}

/** Lists the controls that do not fit on one screen with the picture and the description, and what is cut off. */
async function measure(figure: Locator): Promise<string[]> {
  return figure.evaluate((host) => {
    const find = (selector: string): HTMLElement[] =>
      [...host.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
    const [picture] = find('.figure-picture');
    const [description] = find('.figure-description');
    const controls = find(
      ':is(.figure-controls, .figure-player, .figure-picture) :is(input, select, button, summary, [role=slider])',
    );
    if (picture === undefined || description === undefined || controls.length === 0)
      return ['The figure has no picture, no description or no control.'];
    const tooHigh = controls.flatMap((control) => {
      const boxes = [control.closest('label') ?? control, picture, description].map((each) =>
        each.getBoundingClientRect(),
      );
      const height =
        Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
      return height <= innerHeight
        ? []
        : [`${control.outerHTML.slice(0, 90)} needs ${Math.round(height)} of ${innerHeight} px`];
    });
    const drawings = find('.figure-picture svg[role=img]').filter(
      (svg) => svg.getBoundingClientRect().height < Number(svg.getAttribute('height')),
    );
    const cutOff = [picture, description, ...drawings].filter(
      (each) => drawings.includes(each) || each.scrollHeight > each.clientHeight + 1,
    );
    return [...tooHigh, ...cutOff.map((each) => `${each.outerHTML.slice(0, 90)} is cut off`)];
  });
}
