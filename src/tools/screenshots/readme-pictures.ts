import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from '@playwright/test';
import sharp from 'sharp';
import { addressOf } from '../sites/pages.ts';

/** The pictures that the README shows: the first screen of a page, or a figure that is live. */
const pictures = [
  { name: 'light', path: 'ko/articles/ps-vs-top/', theme: 'light', figure: undefined },
  { name: 'dark', path: 'en/articles/ps-vs-top/', theme: 'dark', figure: undefined },
  { name: 'figure', path: 'en/articles/silent-voicemail/', theme: 'light', figure: '#call' },
] as const;

/** What a picture of the README may weigh: all together are to load in a second on a phone’s network. */
const mostBytes = 120_000;

/** WebP’s settings from the best down. Letters on a plain ground come out smallest without loss more often than not. */
const qualities = [{ lossless: true }, { quality: 92 }, { quality: 85 }, { quality: 75 }] as const;

/** Take the pictures of the README, and write them into a folder; gives their paths. */
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

/** A figure from its caption to what it says: what stands below takes as much room again. */
async function takeFigure(figure: Locator): Promise<Buffer> {
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('.figure-player').waitFor();
  const [{ x = 0, y = 0, width = 0 }, end] = [
    (await figure.boundingBox()) ?? {},
    await figure.locator('.figure-description').boundingBox(),
  ];
  const bottom = (end?.y ?? 0) + (end?.height ?? 0);
  const top = await figure.page().evaluate(() => scrollY);
  const clip = { x: x - 24, y: y + top - 12, width: width + 48, height: bottom - y + 24 };
  return figure.page().screenshot({ fullPage: true, clip });
}

/** The best WebP of a picture that keeps the bar. */
async function compress(picture: Buffer, file: string): Promise<Buffer> {
  for (const quality of qualities) {
    const bytes = await sharp(picture)
      .webp({ effort: 6, ...quality })
      .toBuffer();
    if (bytes.length <= mostBytes) return bytes;
  }
  throw new Error(
    `${file} is above ${mostBytes} bytes at the lowest quality\n` +
      '  why  Everyone who looks at the project loads it.\n' +
      '  fix  Show a page with less on it: src/tools/screenshots/readme-pictures.ts names the pages.',
  );
}
