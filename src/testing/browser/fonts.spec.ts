import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { addressOf, locales, pageTypes } from './pages.ts';

for (const { type, path, site } of pageTypes) {
  for (const locale of locales) {
    test(`${type} in ${locale} shows every letter of its text in the site’s own font, in its own weight`, async ({
      page,
    }) => {
      await page.goto(addressOf(site, `${locale}/${path}`), { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      expect(await findStrangeText(page)).toEqual([]);
    });
  }
}

/** A font that the browser has really drawn a node's text with. */
interface PlatformFont {
  familyName: string;
  postScriptName: string;
  isCustomFont: boolean;
  glyphCount: number;
}

/** Elements set in the site's font whose text is drawn, if only a letter of it, with another font or weight; code is not. */
async function findStrangeText(page: Page): Promise<string[]> {
  const marked = await page.evaluate(markElements);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-weight]',
  });
  expect(nodeIds.length).toBe(marked.length);
  expect(marked.length).toBeGreaterThan(0);
  const strange: string[] = [];
  for (const [nth, nodeId] of nodeIds.entries()) {
    const { weight = '', text = '' } = marked[nth] ?? {};
    const expected = Number(weight) >= 600 ? 'NaraniSans-Bold' : 'NaraniSans-Regular';
    for (const font of await fontsOf(session, nodeId)) {
      if (!font.isCustomFont || font.postScriptName !== expected)
        strange.push(`${text} (${weight}): ${font.glyphCount} glyphs of ${font.postScriptName}`);
    }
  }
  return strange;
}

/** Mark, in the page, every element that has text of its own in the site's font; gives its weight and its text. */
function markElements(): { weight: string; text: string }[] {
  const marked: { weight: string; text: string }[] = [];
  for (const element of document.querySelectorAll('body, body *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own.map((node) => node.textContent).join('');
    const { fontFamily, fontWeight } = getComputedStyle(element);
    if (text.trim() === '' || !fontFamily.includes('Narani Sans')) continue;
    if (!element.checkVisibility()) continue;
    // Of an element alone: what is asked of the browser speaks of all that is in it.
    for (const node of own) {
      const span = document.createElement('span');
      span.dataset.weight = fontWeight;
      node.replaceWith(span);
      span.append(node);
      marked.push({ weight: fontWeight, text: node.textContent ?? '' });
    }
  }
  return marked;
}

async function fontsOf(session: CDPSession, nodeId: number): Promise<PlatformFont[]> {
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts;
}

test('The text does not move when the font comes late', async ({ page }) => {
  const { promise: isTime, resolve: send } = Promise.withResolvers<undefined>();
  await page.route('**/*.woff2', async (route) => {
    await isTime;
    await route.continue();
  });
  await page.goto(addressOf('narani', 'ko/articles/writing-guide/'), { waitUntil: 'domcontentloaded' });
  await page.locator('h1').waitFor();
  const before = await readWidths(page);
  send(undefined);
  await page.evaluate(() => document.fonts.ready);
  expect(await readWidths(page)).toEqual(before);
});

/** Room, in px, that syllables and spaces take in the site's font or what stands for it. */
async function readWidths(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [400, 700].flatMap((weight) =>
      ['나란히 선 글', '가'].map((text) => {
        const span = document.createElement('span');
        span.textContent = text;
        span.style.cssText = `position:absolute;white-space:pre;font:${weight} 100px var(--sans)`;
        document.body.append(span);
        const { width } = span.getBoundingClientRect();
        span.remove();
        return Math.round(width);
      }),
    ),
  );
}
