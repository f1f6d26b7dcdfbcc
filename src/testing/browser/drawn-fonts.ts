import { expect, type Page } from '@playwright/test';

/**
 * Lists the texts set in the site's font that have a letter drawn in another font or weight. Code has its own font.
 *
 * Wraps each text of the page in an element, because browsers report the fonts of elements only.
 */
export async function findForeignGlyphs(page: Page): Promise<string[]> {
  const marked = await page.evaluate(markTexts);
  expect(marked.length).toBeGreaterThan(0);
  const used = await readDrawnFonts(page, '[data-weight]');
  expect(used.length).toBe(marked.length);
  return marked.flatMap(({ weight, text }, nth) => {
    // The font has neither Han characters nor the conjoining jamo of old Hangul.
    if (/[\p{Script=Han}\u1100-\u11ff]/u.test(text)) return [];
    const expected = weight >= 600 ? 'NaraniSans-Bold' : 'NaraniSans-Regular';
    return (used[nth] ?? [])
      .filter((font) => !font.isCustomFont || font.postScriptName !== expected)
      .map((font) => `${text} (${weight}): ${font.glyphCount} glyphs of ${font.postScriptName}`);
  });
}

/** Runs in the page: wraps each visible text in the site's font in an element, and returns its weight and text. */
function markTexts(): { weight: number; text: string }[] {
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('body, body *')) {
    const { fontFamily, fontWeight } = getComputedStyle(element);
    if (!fontFamily.startsWith('"Narani Sans"') || !element.checkVisibility()) continue;
    for (const node of [...element.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') continue;
      // SVG does not render HTML elements.
      const mark =
        element instanceof SVGElement
          ? document.createElementNS('http://www.w3.org/2000/svg', 'tspan')
          : document.createElement('span');
      mark.dataset.weight = fontWeight;
      node.replaceWith(mark);
      mark.append(node);
    }
  }
  return [...document.querySelectorAll<HTMLElement | SVGElement>('[data-weight]')].map((mark) => ({
    weight: Number(mark.dataset.weight),
    text: mark.textContent,
  }));
}

/**
 * Returns the fonts that Chromium used for the text of each matching element.
 *
 * https://chromedevtools.github.io/devtools-protocol/tot/CSS/#method-getPlatformFontsForNode
 */
export async function readDrawnFonts(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const responses = nodeIds.map(async (nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId }));
  const fonts = (await Promise.all(responses)).map((response) => response.fonts);
  await session.detach();
  return fonts;
}
