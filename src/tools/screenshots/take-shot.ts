import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { addressOf } from '../sites/pages.ts';
import type { Extent } from './options.ts';
import type { Shot } from './plan-shots.ts';

/** Maximum height of a screenshot by default. */
const defaultMaxHeight = 4000;

/** Maximum height of a texture in Chromium. */
const absoluteMaxHeight = 16_384;

/** Opens the page of a shot, waits until it has loaded, and writes the screenshot into the folder `out`. */
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
    await loadImages(page);
    const clip = await clipOf(page, extent);
    await page.screenshot({ path: file, fullPage: true, clip, animations: 'disabled' });
  } finally {
    await context.close();
  }
}

/** Returns the settings of a browser for a shot. Zoom at 200 % halves the viewport in CSS pixels and doubles the device pixel ratio. */
function settingsOf({ theme, width, look }: Shot): BrowserContextOptions {
  const factor = look === 'zoom' ? 2 : 1;
  return {
    viewport: { width: width / factor, height: heightOf(width) / factor },
    deviceScaleFactor: factor,
    colorScheme: theme,
    reducedMotion: 'reduce',
    javaScriptEnabled: look !== 'no-script',
    // In a language that the site doesn’t have, the root page does not redirect.
    locale: 'is-IS',
  };
}

/** Returns a typical height for a window of this width, in pixels. */
function heightOf(width: number): number {
  if (width < 600) return 800;
  if (width < 1200) return 1024;
  return width < 2000 ? 900 : 1300;
}

/** Loads lazy-loaded images, which would otherwise wait until they are scrolled into view. */
async function loadImages(page: Page): Promise<void> {
  await page.locator('img').evaluateAll(async (images: HTMLImageElement[]) => {
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map(async (image) => image.decode().catch(() => undefined)));
  });
}

async function clipOf(page: Page, extent: Extent) {
  const [width, height, pageHeight] = await page
    .locator('html')
    .evaluate((html) => [html.clientWidth, html.clientHeight, html.scrollHeight] as const);
  const maxHeight = { 'first screen': height, 'first pixels': defaultMaxHeight, all: absoluteMaxHeight }[
    extent
  ];
  return { x: 0, y: 0, width, height: Math.min(Math.max(height, pageHeight), maxHeight) };
}
