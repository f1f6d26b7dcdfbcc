import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { asAnimated } from '../testing/animated-png.ts';
import { publishedBytes, readPicture, type Picture, type PictureFault } from './picture.ts';

const create = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 40, b: 90, alpha: 0.5 } } });

/** Four frames of 20 × 10 pixels. */
function animation(): Sharp {
  const pixels = Buffer.concat([0, 60, 120, 180].map((gray) => Buffer.alloc(20 * 10 * 3, gray)));
  return sharp(pixels, { raw: { width: 20, height: 40, channels: 3, pageHeight: 10 } });
}

const delay = [100, 100, 100, 100];

const svg = (attributes: string, inside = '<path d="M0 0h9"/>'): Uint8Array =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

/** Pixels that compress badly, so that a truncated file lacks rows. */
function noise(): Sharp {
  const noisy = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 200, height: 200, channels: 3, background: '#fff', noise: noisy } });
}

describe('A picture can be published', () => {
  test.each<[string, () => Promise<Uint8Array>, Partial<Picture>]>([
    ['as PNG', () => create(4, 3).png().toBuffer(), { ending: 'png', width: 4, height: 3 }],
    ['with transparency', () => create(4, 3, 4).png().toBuffer(), { ending: 'png' }],
    [
      'with 16 bits per channel',
      () => create(4, 3).toColourspace('rgb16').png().toBuffer(),
      { ending: 'png' },
    ],
    ['of one pixel', () => create(1, 1).png().toBuffer(), { width: 1, height: 1 }],
    ['of the largest width', () => create(16_383, 1).png().toBuffer(), { width: 16_383 }],
    ['as JPEG', () => create(4, 3).jpeg().toBuffer(), { ending: 'jpg', width: 4, height: 3 }],
    ['as JPEG for print', () => create(4, 3).toColourspace('cmyk').jpeg().toBuffer(), { ending: 'jpg' }],
    [
      'as JPEG turned by a camera, with the size after turning',
      () => create(4, 3).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      { width: 3, height: 4 },
    ],
    ['as WebP', () => create(4, 3).webp().toBuffer(), { ending: 'webp', width: 4, height: 3 }],
    ['as AVIF', () => create(4, 3).avif().toBuffer(), { ending: 'avif', width: 4, height: 3 }],
    ['as TIFF', () => create(4, 3).tiff().toBuffer(), { ending: 'tiff', width: 4, height: 3 }],
    ['as GIF', () => create(4, 3).gif().toBuffer(), { ending: 'gif', width: 4, height: 3 }],
    [
      'as animated GIF, with the size of a frame',
      () => animation().gif({ delay }).toBuffer(),
      { ending: 'gif', width: 20, height: 10, isStilled: false },
    ],
    [
      'as animated WebP',
      () => animation().webp({ delay }).toBuffer(),
      { ending: 'webp', width: 20, height: 10, isStilled: false },
    ],
    [
      'as animated PNG, of which the first picture is published',
      async () => asAnimated(await create(4, 3).png().toBuffer()),
      { ending: 'png', isStilled: true },
    ],
  ])('%s', async (_, bytes, picture) => {
    expect(await readPicture(await bytes())).toMatchObject({ removed: [], ...picture });
  });

  test.each<[string, Uint8Array, Partial<Picture>]>([
    ['with a size', svg('width="40" height="30"'), { width: 40, height: 30 }],
    ['with a size in centimeters', svg('width="10cm" height="5cm"'), { width: 378, height: 189 }],
    ['with a `viewBox` only', svg('viewBox="0 0 40 30"'), { width: 40, height: 30 }],
    ['with commas in `viewBox`', svg('viewBox="0,0, 40,30"'), { width: 40, height: 30 }],
    ['as wide as its page', svg('width="100%" height="100%" viewBox="0 0 40 30"'), { width: 40, height: 30 }],
    [
      'after a byte order mark',
      Buffer.concat([Buffer.from('\uFEFF'), svg('viewBox="0 0 4 3"')]),
      { width: 4 },
    ],
    [
      'after comments longer than the start that Astro searches for `<svg>`',
      Buffer.concat([Buffer.from(`<!-- ${'-x'.repeat(1000)} -->`), svg('viewBox="0 0 4 3"')]),
      { width: 4 },
    ],
    [
      'with much data of a drawing program in `<svg>`',
      svg(`content="${'x'.repeat(2000)}" viewBox="0 0 4 3"`),
      { width: 4 },
    ],
    [
      'whose description looks like a size',
      svg('class=" width=\'9\' height=\'9\'" width="40" height="30"'),
      { width: 40, height: 30 },
    ],
    [
      'with a script, without it',
      svg('width="9" height="9"', '<script>alert(1)</script>'),
      { removed: ['`<script>`'] },
    ],
  ])('as SVG %s', async (_, bytes, picture) => {
    expect(await readPicture(bytes)).toMatchObject({ ending: 'svg', ...picture });
  });
});

/** Creates an animated GIF that repeats the same frame (https://www.w3.org/Graphics/GIF/spec-gif89a.txt). */
async function repeatFrame(side: number, times: number): Promise<Uint8Array> {
  const gif = await create(side, side).gif().toBuffer();
  const colors = 2 << ((gif[10] ?? 0) & 7);
  const frame = gif.subarray(13 + 3 * colors, -1);
  const start = gif.subarray(0, 13 + 3 * colors);
  return Buffer.concat([start, ...Array.from({ length: times }, () => frame), gif.subarray(-1)]);
}

describe('A picture can’t be published', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, what: string, fix: string]>([
    ['from an empty file', () => new Uint8Array(), 'the file is empty', 'export the picture again'],
    ['from text', () => Buffer.from('not a picture'), 'not a picture of a known format', 'Check'],
    ['from HTML', () => Buffer.from('<html><p>x</p></html>'), '`<html>` instead of an SVG', 'Check'],
    [
      'from a photo of an iPhone',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
      'it is a HEIC file',
      'JPEG',
    ],
    ['from a BMP', () => Buffer.from('BM\x46\0\0\0'), 'it is a BMP file', 'Convert it'],
    ['from an icon', () => Buffer.from('\0\0\x01\0\x01\0'), 'it is a Windows icon file', 'Convert it'],
    [
      'that is too wide',
      () => create(16_384, 2).png().toBuffer(),
      'it has 16384 × 2 pixels',
      'Scale it down',
    ],
    [
      'that is too tall',
      () => create(2, 16_384).jpeg().toBuffer(),
      'it has 2 × 16384 pixels',
      'Scale it down',
    ],
    [
      'of more pixels than are decoded, in all frames',
      () => repeatFrame(2000, 70),
      'it has 2000 × 2000 pixels in each of 70 frames',
      'Scale it down',
    ],
    ['from a TIFF of several pages', () => animation().tiff().toBuffer(), 'contains 4 pictures', 'Export'],
    ['without a size', () => svg(''), 'its size can’t be read', '<svg width="400" height="300" …>'],
    [
      'with percentages as its size',
      () => svg('width="100%" height="100%"'),
      'its size can’t be read',
      'Add',
    ],
    ['of no height', () => svg('width="9" height="0"'), 'its size can’t be read', 'Add'],
    [
      'that is not closed',
      () => Buffer.from('<svg width="9" height="9"><g></svg>'),
      'malformed in line 1',
      'Export',
    ],
    [
      'in UTF-16',
      () => Buffer.from('\uFEFF<svg width="9" height="9"/>', 'utf16le'),
      'not in UTF-8',
      'Save the SVG in UTF-8',
    ],
  ])('%s', async (_, bytes, what, fix) => {
    const fault = (await readPicture(await bytes())) as PictureFault;
    expect(fault.what).toContain(what);
    expect(fault.fix).toContain(fix);
  });

  test.each(['png', 'jpeg', 'webp', 'avif', 'gif', 'tiff'] as const)(
    'from a truncated %s, wherever it ends',
    async (format) => {
      const whole = await noise().toFormat(format).toBuffer();
      for (const part of [0.02, 0.3, 0.6, 0.9, 0.98]) {
        const truncated = whole.subarray(0, Math.max(40, Math.floor(whole.length * part)));
        expect(await readPicture(truncated), String(part)).toMatchObject({
          what: expect.stringMatching(/ends early or is damaged|contains \d+ pictures/) as string,
        });
      }
    },
  );
});

describe('The published bytes', () => {
  test('of a bitmap are those of its file', async () => {
    const bytes = await create(4, 3).png().toBuffer();
    expect(publishedBytes(bytes, (await readPicture(bytes)) as Picture)).toBe(bytes);
  });

  test('of an SVG are what is allowed of it, the same each time', async () => {
    const bytes = svg('width="9" height="9" onload="alert(1)"');
    const picture = (await readPicture(bytes)) as Picture;
    const published = publishedBytes(bytes, picture);
    expect(Buffer.from(published ?? []).toString()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>',
    );
    expect(publishedBytes(bytes, picture)).toEqual(published);
  });

  test('are none if the file was changed since', async () => {
    const picture = (await readPicture(svg('width="9" height="9"'))) as Picture;
    expect(publishedBytes(svg('width="8" height="9"'), picture)).toBeUndefined();
  });
});
