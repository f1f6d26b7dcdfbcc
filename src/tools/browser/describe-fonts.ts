import type { Browser, Page } from '@playwright/test';

/** Addresses of font files. */
export const fontFiles = /\.(?:woff2?|[ot]tf)(?:\?|$)/;

/** Text in each script, in the typeface of the page: which family draws it. */
const samples = { Korean: '나란히', Latin: 'Narani' } as const;

/**
 * The families that draw Korean and Latin on a page, such as `Korean in Noto Sans CJK KR, Latin in DejaVu Sans`; or those that
 * stand in until its own fonts have come. What a page asks for may not be on the machine, and its lines then break elsewhere.
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
  const told: string[] = [];
  for (const script of Object.keys(samples)) {
    const query = { nodeId: root.nodeId, selector: `#fonts-${script}` };
    const { nodeId } = await session.send('DOM.querySelector', query);
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    told.push(`${script} in ${fonts.map(({ familyName }) => familyName).join(' and ')}`);
  }
  return told.join(', ');
}
