import type { Browser, Page } from '@playwright/test';

/** Matches URLs of font files. */
export const fontFiles = /\.(?:woff2?|[ot]tf)(?:\?|$)/;

/** Sample texts by script. */
const samples = { Korean: '나란히', Latin: 'Narani' } as const;

/**
 * Describes the font families that a page renders Korean and Latin in, such as `Korean in Noto Sans CJK KR, Latin in DejaVu Sans`:
 * the final ones, or the fallback ones while web fonts load. Fallback fonts differ between machines, and so do line breaks.
 *
 * https://chromedevtools.github.io/devtools-protocol/tot/CSS/#method-getPlatformFontsForNode
 */
export async function describeFonts(
  browser: Browser,
  url: string,
  which: 'final' | 'fallback',
): Promise<string> {
  const page = await browser.newPage();
  try {
    if (which === 'fallback') await page.route(fontFiles, (route) => route.abort());
    await page.goto(url, { waitUntil: 'networkidle' });
    await addSamples(page);
    return await readFamilies(page);
  } finally {
    await page.close();
  }
}

async function addSamples(page: Page): Promise<void> {
  await page.evaluate((texts) => {
    for (const [script, text] of texts) {
      const paragraph = document.createElement('p');
      paragraph.id = `fonts-${script}`;
      paragraph.lang = script === 'Korean' ? 'ko' : 'en';
      paragraph.textContent = text;
      (document.querySelector('main') ?? document.body).append(paragraph);
    }
  }, Object.entries(samples));
}

async function readFamilies(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const families: string[] = [];
  for (const script of Object.keys(samples)) {
    const query = { nodeId: root.nodeId, selector: `#fonts-${script}` };
    const { nodeId } = await session.send('DOM.querySelector', query);
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    families.push(`${script} in ${fonts.map(({ familyName }) => familyName).join(' and ')}`);
  }
  return families.join(', ');
}
