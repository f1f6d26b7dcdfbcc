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

test('Syllables and spaces take the same room before the font comes and after', async ({ page }) => {
  const { promise: isTime, resolve: send } = Promise.withResolvers<undefined>();
  await page.route('**/*.woff2', async (route) => {
    await isTime;
    await route.continue();
  });
  await page.goto(addressOf('narani', 'ko/'), { waitUntil: 'domcontentloaded' });
  const samples = await page.evaluate(addSamples, ['나란히 선 글', '가']);
  const fonts = (await Promise.all(samples.map(async (id) => fontsOf(page, `#${id}`)))).flat();
  const known = /^(?:Noto ?Sans(?:CJK)?KR|Arial|LiberationSans|Roboto)/i;
  const unknown = fonts.filter(({ postScriptName }) => !known.test(postScriptName));
  test.skip(unknown.length > 0, `src/styles/fallback.css has no measures of this machine’s fonts`);
  const before = await readWidths(page, samples);
  send(undefined);
  await page.evaluate(() => document.fonts.ready);
  const after = await Promise.all(samples.map(async (id) => fontsOf(page, `#${id}`)));
  expect(after.flat().every(({ isCustomFont }) => isCustomFont)).toBe(true);
  expect(await readWidths(page, samples)).toEqual(before);
});

/** Elements set in the site's font whose text is drawn, if only a letter of it, in another font or weight. Code is not. */
async function findStrangeText(page: Page): Promise<string[]> {
  const marked = await page.evaluate(markTexts);
  expect(marked.length).toBeGreaterThan(0);
  const used = await fontsOfAll(page, '[data-weight]');
  expect(used.length).toBe(marked.length);
  return marked.flatMap(({ weight, text }, nth) => {
    const expected = weight >= 600 ? 'NaraniSans-Bold' : 'NaraniSans-Regular';
    return (used[nth] ?? [])
      .filter((font) => !font.isCustomFont || font.postScriptName !== expected)
      .map((font) => `${text} (${weight}): ${font.glyphCount} glyphs of ${font.postScriptName}`);
  });
}

/** Wrap, in the page, each text that is shown in the site's font, since browsers tell the fonts of elements alone. */
function markTexts(): { weight: number; text: string }[] {
  for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
    const { fontFamily, fontWeight } = getComputedStyle(element);
    if (!fontFamily.includes('Narani Sans') || !element.checkVisibility()) continue;
    for (const node of [...element.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') continue;
      const mark = document.createElement('span');
      mark.dataset.weight = fontWeight;
      node.replaceWith(mark);
      mark.append(node);
    }
  }
  return [...document.querySelectorAll<HTMLElement>('[data-weight]')].map((mark) => ({
    weight: Number(mark.dataset.weight),
    text: mark.textContent,
  }));
}

/** Put texts of either weight into the page; gives the ids of their elements. */
function addSamples(texts: readonly string[]): string[] {
  return [400, 700].flatMap((weight) =>
    texts.map((text, nth) => {
      const sample = document.createElement('span');
      sample.id = `sample-${weight}-${nth}`;
      sample.textContent = text;
      sample.style.cssText = `position:absolute;white-space:pre;font:${weight} 100px var(--sans)`;
      document.body.append(sample);
      return sample.id;
    }),
  );
}

/** Widths of elements, in whole px of letters that are 100 px large. */
async function readWidths(page: Page, ids: readonly string[]): Promise<number[]> {
  return page.evaluate(
    (all) => all.map((id) => Math.round(document.getElementById(id)?.getBoundingClientRect().width ?? NaN)),
    ids,
  );
}

/** The fonts that the browser has really drawn an element's text with. */
async function fontsOf(page: Page, selector: string) {
  return (await fontsOfAll(page, selector)).flat();
}

/** The same for each of the elements that a selector finds, in their order. */
async function fontsOfAll(page: Page, selector: string) {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const answers = nodeIds.map(async (nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId }));
  const fonts = (await Promise.all(answers)).map((answer) => answer.fonts);
  await session.detach();
  return fonts;
}
