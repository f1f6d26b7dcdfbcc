import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import sharp from 'sharp';
import { addressOf } from '../browser/pages.ts';

/** The two pictures that the README shows. */
const pictures = [
  { name: 'light', path: 'ko/articles/ps-vs-top/' },
  { name: 'dark', path: 'en/articles/ps-vs-top/' },
] as const;

/** What a picture of the README may weigh: the two together are to load in a second on a phone’s network. */
const mostBytes = 120_000;

/** WebP’s settings from the best down. Letters on a plain ground come out smallest without loss more often than not. */
const qualities = [{ lossless: true }, { quality: 92 }, { quality: 85 }, { quality: 75 }] as const;

/** Take the first screen of an article, in Korean and light, in English and dark, and write both into a folder; gives their paths. */
export async function takeReadmePictures(browser: Browser, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const { name, path: address } of pictures) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: name,
      reducedMotion: 'reduce',
    });
    await page.goto(addressOf('narani', address), { waitUntil: 'networkidle' });
    const file = path.join(folder, `${name}.webp`);
    writeFileSync(file, await compress(await page.screenshot(), file));
    files.push(file);
    await page.close();
  }
  return files;
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
      '  fix  Show a page with less on it: src/testing/shots/readme-pictures.ts names the pages.',
  );
}
