import { expect, test, type Page } from '@playwright/test';
import { addressOf } from '../../tools/sites/pages.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';

/**
 * Lists the lines in Korean running text that begin within a word, with the line before: `50%⏎에 이르려면`. Compares the lines as drawn, so
 * it depends on neither the markup nor the style that should prevent them.
 */
function listSplitWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const split: string[] = [];
    for (const block of document.querySelectorAll(
      '.prose :is(p, li, td, th, dd, h2, h3, figcaption):lang(ko)',
    )) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let before = '';
      let line = '';
      let bottom: number | undefined;
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const { parentElement } = node;
        // A block within the block is visited by itself, and hidden text has no lines.
        if (parentElement?.closest('p,li,td,th,dd,h2,h3,figcaption,pre,svg') !== block) continue;
        if (parentElement.closest('.visually-hidden,sup') !== null) continue;
        for (let index = 0; index < node.data.length; index += 1) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const box = range.getClientRects()[0];
          if (box === undefined) continue;
          const letter = node.data.charAt(index);
          const isNewLine = bottom !== undefined && box.top > bottom - 2;
          // A word that is longer than a line must break somewhere.
          const isTooLong = !/\s/.test(line);
          if (isNewLine && /[가-힣]/.test(letter) && /\S$/.test(before) && !isTooLong)
            split.push(`${before.slice(-10)}⏎${node.data.slice(index, index + 10)}`);
          line = isNewLine ? letter : line + letter;
          before += letter;
          bottom = box.bottom;
        }
      }
    }
    return split;
  });
}

const pages = [
  'ko/articles/danish-childcare/',
  'ko/articles/silent-voicemail/',
  'ko/articles/ps-vs-top/side-by-side/en/',
];

for (const path of pages) {
  test(`no line of ${path} begins with a particle or in the middle of a Korean word`, async ({ page }) => {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(addressOf('narani', path), { waitUntil: 'load' });
      await waitUntilDrawn(page);
      expect(await listSplitWords(page), `at ${width} px`).toEqual([]);
    }
  });
}

test('without the word joiners, lines of the same text would begin with particles', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(addressOf('narani', 'ko/articles/danish-childcare/'), { waitUntil: 'load' });
  await waitUntilDrawn(page);
  await page.evaluate(() => {
    for (const joiner of document.querySelectorAll('u:empty')) joiner.remove();
    document.querySelector('.prose')?.normalize();
  });
  expect(await listSplitWords(page)).not.toEqual([]);
});

test('readers find and copy the text without joiners', async ({ page }) => {
  await page.goto(addressOf('narani', 'ko/articles/danish-childcare/'), { waitUntil: 'load' });
  const joiner = page.locator('.prose p > u:empty').first();
  const word = await joiner.evaluate((element) => {
    const before = element.previousSibling?.textContent?.slice(-3) ?? '';
    return before + (element.nextSibling?.textContent?.slice(0, 1) ?? '');
  });
  const found = await page.evaluate((text) => {
    // Searches the page as the browser's own search does, and selects what it finds.
    const isFound = (window as unknown as { find: (text: string) => boolean }).find(text);
    return isFound ? String(getSelection()) : undefined;
  }, word);
  expect(found).toBe(word);
});
