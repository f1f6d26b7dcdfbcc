import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, createBareSite, createFolder, listFiles, writeFiles } from '../../tools/sites/run.ts';

const color = { r: 200, g: 40, b: 90 };
const bitmap = sharp({ create: { width: 64, height: 48, channels: 3, background: color } });
const frames = Buffer.concat([0, 80, 160].map((gray) => Buffer.alloc(20 * 10 * 3, gray)));
const animation = sharp(frames, { raw: { width: 20, height: 30, channels: 3, pageHeight: 10 } });
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="9" height="9"/></svg>';
const hostile = drawing.replace(
  '><rect',
  ' onload="alert(1)"><x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script><rect',
);

/** Pictures by file name, each with the ending that Astro would refuse, or would not expect for what is in the file. */
const pictures: Readonly<Record<string, string | Uint8Array>> = {
  'photo.jfif': await bitmap.clone().jpeg().toBuffer(),
  'photo.heif': await bitmap.clone().avif().toBuffer(),
  'scan.tif': await bitmap.clone().tiff().toBuffer(),
  'PHOTO.JPG': await bitmap.clone().png().toBuffer(),
  'no-ending': await bitmap.clone().webp().toBuffer(),
  '한글.사진': await bitmap.clone().png({ palette: true }).toBuffer(),
  'turned.jpe': await bitmap.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  'moving.gif': await animation.gif({ delay: [100, 100, 100] }).toBuffer(),
  'what? 100%.svg': drawing.replace('40', '41'),
  'drawing.png': hostile,
  'BOX.SVG': hostile.replace('40', '42'),
};

describe('A build publishes pictures whatever the ending of their names', () => {
  const output = path.join(createFolder('pictures-out'), 'site');
  let html = '';

  beforeAll(async () => {
    const content = createBareSite();
    const images = Object.keys(pictures).map((name) => `![${name}](<${encodeURIComponent(name)}>)`);
    const text = `---\ntitle: T\ndescription: D\ndate: 2026-01-01\n---\n\n${images.join('\n\n')}\n`;
    writeFiles(path.join(content, 'articles/pictures'), { ...pictures, 'en.md': text });
    await buildSite(content, output);
    html = readFileSync(path.join(output, 'en/articles/pictures/index.html'), 'utf8');
  });

  const imageOf = (name: string): string =>
    (html.match(/<img[^>]*>/g) ?? []).find((tag) => tag.includes(`alt="${name}"`)) ?? '';

  const fileOf = (name: string): Buffer => {
    const [, source = ''] = / src="([^"]*)"/.exec(imageOf(name)) ?? [];
    return readFileSync(path.join(output, decodeURI(source)));
  };

  test.each(['photo.jfif', 'photo.heif', 'scan.tif', 'PHOTO.JPG', 'no-ending', '한글.사진'])(
    '%s as WebP',
    async (name) => {
      const { format, width, height } = await sharp(fileOf(name)).metadata();
      expect({ format, width, height }).toEqual({ format: 'webp', width: 64, height: 48 });
      expect(imageOf(name)).toContain('width="64" height="48"');
      const { channels } = await sharp(fileOf(name)).stats();
      for (const [index, value] of [color.r, color.g, color.b].entries())
        expect(Math.abs((channels[index]?.mean ?? 0) - value)).toBeLessThan(8);
    },
  );

  test('turned as the camera recorded', async () => {
    expect(await sharp(fileOf('turned.jpe')).metadata()).toMatchObject({ width: 48, height: 64 });
    expect(imageOf('turned.jpe')).toContain('width="48" height="64"');
  });

  test('with all frames of an animation', async () => {
    expect(await sharp(fileOf('moving.gif')).metadata()).toMatchObject({ format: 'webp', pages: 3 });
  });

  test.each([
    ['what? 100%.svg', 41],
    ['drawing.png', 40],
    ['BOX.SVG', 42],
  ])('%s as an SVG of shapes only', (name, width) => {
    expect(fileOf(name).toString()).toBe(drawing.replace('40', String(width)));
  });

  test('and no file that has not been cleaned', () => {
    for (const file of listFiles(path.join(output, '_astro')).filter((each) => each.endsWith('.svg')))
      expect(readFileSync(path.join(output, '_astro', file), 'utf8'), file).not.toMatch(/script|onload/);
  });
});
