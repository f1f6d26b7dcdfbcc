import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from '@playwright/test';
import sharp from 'sharp';
import { addressOf } from '../sites/pages.ts';

/** Screenshots of the README: the first screen of a page, or an interactive figure. */
const pictures = [
  { name: 'light', path: 'ko/', theme: 'light', figure: undefined },
  { name: 'dark', path: 'en/articles/ps-vs-top/', theme: 'dark', figure: undefined },
  { name: 'figure', path: 'en/articles/silent-voicemail/', theme: 'light', figure: '#call' },
] as const;

/** Maximum size of a screenshot: all of them together load in a second on a mobile network. */
const maxBytes = 120_000;

/** Settings for WebP, best quality first. Text on a plain background is often smallest with lossless compression. */
const qualities = [{ lossless: true }, { quality: 92 }, { quality: 85 }, { quality: 75 }] as const;

/** Takes the screenshots of the README and writes them to a folder. Returns their paths. */
export async function takeReadmePictures(browser: Browser, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const { name, path: address, theme, figure } of pictures) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    await page.goto(addressOf('narani', address), { waitUntil: 'networkidle' });
    const file = path.join(folder, `${name}.webp`);
    const picture = await (figure === undefined ? page.screenshot() : takeFigure(page.locator(figure)));
    writeFileSync(file, await compress(picture, file));
    files.push(file);
    await page.close();
  }
  return files;
}

/** Takes a screenshot of a figure from its caption to its description. The part below would double its height. */
async function takeFigure(figure: Locator): Promise<Buffer> {
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('.figure-actions').waitFor();
  const [{ x = 0, y = 0, width = 0 }, end] = [
    (await figure.boundingBox()) ?? {},
    await figure.locator('.figure-description').boundingBox(),
  ];
  const bottom = (end?.y ?? 0) + (end?.height ?? 0);
  const top = await figure.page().evaluate(() => scrollY);
  const clip = { x: x - 24, y: y + top - 12, width: width + 48, height: bottom - y + 24 };
  return figure.page().screenshot({ fullPage: true, clip });
}

/** Compresses a screenshot to WebP, at the best quality within the maximum size. */
async function compress(picture: Buffer, file: string): Promise<Buffer> {
  for (const quality of qualities) {
    const bytes = await sharp(picture)
      .webp({ effort: 6, ...quality })
      .toBuffer();
    if (bytes.length <= maxBytes) return bytes;
  }
  throw new Error(
    `${file} is larger than ${maxBytes} bytes even at the lowest quality\n` +
      '  why  Everyone who opens the README loads it.\n' +
      '  fix  Choose a simpler page in src/tools/screenshots/readme-pictures.ts.',
  );
}
