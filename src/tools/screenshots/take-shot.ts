import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { addressOf } from '../sites/pages.ts';
import type { Extent } from './options.ts';
import type { Shot } from './plan-shots.ts';

/** How far down a page its first pixels reach. */
const firstPixels = 4000;

/** Chromium draws no picture that is higher. */
const mostPixels = 16_384;

/** Open a page as a shot asks, let it come to rest, and write its picture below `out`. */
export async function takeShot(browser: Browser, shot: Shot, extent: Extent, out: string): Promise<void> {
  const context = await browser.newContext(settingsOf(shot));
  try {
    const page = await context.newPage();
    await page.goto(addressOf(shot.page.site, shot.page.path), { waitUntil: 'networkidle' });
    const file = path.join(out, shot.file);
    mkdirSync(path.dirname(file), { recursive: true });
    if (shot.look === 'print') {
      await page.pdf({ path: file, format: 'A4', printBackground: false });
      return;
    }
    await showPictures(page);
    const clip = await clipOf(page, extent);
    await page.screenshot({ path: file, fullPage: true, clip, animations: 'disabled' });
  } finally {
    await context.close();
  }
}

/** What a browser’s zoom at 200 % does to a window: half as many pixels of CSS each way, twice as large. */
function settingsOf({ theme, width, look }: Shot): BrowserContextOptions {
  const factor = look === 'zoom' ? 2 : 1;
  return {
    viewport: { width: width / factor, height: heightOf(width) / factor },
    deviceScaleFactor: factor,
    colorScheme: theme,
    reducedMotion: 'reduce',
    javaScriptEnabled: look !== 'no-script',
    // A language that the site doesn't have keeps the doors at the root from sending us on.
    locale: 'is-IS',
  };
}

/** The height of a usual window of some width, in pixels. */
function heightOf(width: number): number {
  if (width < 600) return 800;
  if (width < 1200) return 1024;
  return width < 2000 ? 900 : 1300;
}

/** Pictures further down load when a reader comes near, and nobody does. */
async function showPictures(page: Page): Promise<void> {
  await page.locator('img').evaluateAll(async (images: HTMLImageElement[]) => {
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map(async (image) => image.decode().catch(() => undefined)));
  });
}

async function clipOf(page: Page, extent: Extent) {
  const [width, height, pageHeight] = await page
    .locator('html')
    .evaluate((html) => [html.clientWidth, html.clientHeight, html.scrollHeight] as const);
  const most = { 'first screen': height, 'first pixels': firstPixels, all: mostPixels }[extent];
  return { x: 0, y: 0, width, height: Math.min(Math.max(height, pageHeight), most) };
}
