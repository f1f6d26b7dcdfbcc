import { expect, test } from '@playwright/test';
import { addressOf } from '../../tools/sites/pages.ts';
import { horizontalOverflow } from './horizontal-overflow.ts';

const page = addressOf('fixture', 'ko/articles/typography/');

for (const width of [360, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`At ${width} px in the ${colorScheme} theme`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme });

      test('formulas have a size, the color of the text and a place in their column, and do not widen the page', async ({
        page: tab,
      }) => {
        await tab.goto(page);
        expect(await horizontalOverflow(tab)).toBe(0);
        const formulas = await tab.locator('.prose math').evaluateAll((all) =>
          all.map((math) => {
            const column = math.closest('p, li, td, .math, h2, .prose');
            const [box, around] = [math.getBoundingClientRect(), column?.getBoundingClientRect()];
            const isRegion = column?.classList.contains('math') === true;
            return {
              name: math.getAttribute('alttext'),
              hasSize: box.width > 5 && box.height > 8 && box.height < 200,
              hasColor: getComputedStyle(math).color === getComputedStyle(math.parentElement ?? math).color,
              isInside:
                around !== undefined &&
                box.left >= around.left - 1 &&
                (isRegion || box.right <= around.right + 1),
            };
          }),
        );
        expect(formulas.length).toBeGreaterThan(12);
        expect(
          formulas.filter(({ hasSize, hasColor, isInside }) => !hasSize || !hasColor || !isInside),
        ).toEqual([]);
      });
    });
  }
}

test.describe('On a phone', () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test('a wide formula scrolls by keyboard, from its beginning', async ({ page: tab }) => {
    await tab.goto(page);
    const region = tab.locator('.math:has(.math-jot)').first();
    await region.focus();
    await expect(region).toBeFocused();
    expect(await region.evaluate((element) => element.scrollLeft)).toBe(0);
    await tab.keyboard.press('ArrowRight');
    await expect.poll(async () => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });

  test('a formula stays in one line with its particle, at any width', async ({ page: tab }) => {
    await tab.goto(page);
    for (let width = 320; width <= 480; width += 4) {
      await tab.setViewportSize({ width, height: 800 });
      const apart = await tab.locator('.math-word').evaluateAll((words) =>
        words.flatMap((word) => {
          const suffix = word.lastChild;
          const math = word.querySelector('math');
          if (suffix?.nodeType !== Node.TEXT_NODE || math === null) return [];
          const range = new Range();
          range.selectNodeContents(suffix);
          const [box, formula] = [range.getBoundingClientRect(), math.getBoundingClientRect()];
          return box.top < formula.bottom && box.bottom > formula.top ? [] : [word.textContent];
        }),
      );
      expect(apart, `at ${width} px`).toEqual([]);
    }
  });
});

test('a formula in a line stands on the line of the text', async ({ page: tab }) => {
  await tab.goto(page);
  const distance = await tab
    .locator('.math-word:has(> math > msub)')
    .first()
    .evaluate((word) => {
      const probe = (parent: Element): number => {
        const mark = document.createElement('span');
        mark.style.display = 'inline-block';
        parent.append(mark);
        const { bottom } = mark.getBoundingClientRect();
        mark.remove();
        return bottom;
      };
      const letter = word.querySelector('mi')?.getBoundingClientRect();
      return Math.abs((letter?.bottom ?? 0) - probe(word));
    });
  expect(distance).toBeLessThan(8);
});
