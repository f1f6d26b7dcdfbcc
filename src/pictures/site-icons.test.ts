import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { colors } from '../identity/colors.ts';
import { drawFavicon, drawTouchIcon } from './site-icons.ts';

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#f00" d="M0 0h8v8H0z"/></svg>';
const wide =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><path fill="#f00" d="M0 0h400v100H0z"/></svg>';

/** Returns the color of a pixel as `#rrggbbaa`. */
async function pixelAt(png: Uint8Array, left: number, top: number): Promise<string> {
  const bytes = await sharp(png).ensureAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return `#${bytes.toString('hex')}`;
}

describe('The icon of home screens', () => {
  test('has 180 pixels per side and a margin in the color of paper', async () => {
    const icon = await drawTouchIcon({ svg: square, share: 0.62 });
    expect(await sharp(icon).metadata()).toMatchObject({
      format: 'png',
      width: 180,
      height: 180,
      hasAlpha: false,
    });
    expect(await pixelAt(icon, 20, 90)).toBe(`${colors.light.paper}ff`);
    expect(await pixelAt(icon, 90, 90)).toBe('#ff0000ff');
  });

  test('is filled by a mark with a background', async () => {
    expect(await pixelAt(await drawTouchIcon({ svg: square, share: 1 }), 0, 0)).toBe('#ff0000ff');
  });
});

describe('The icon of browser tabs', () => {
  test('is a PNG of 32 pixels per side in an icon file', async () => {
    const icon = Buffer.from(await drawFavicon(square));
    expect(icon.subarray(0, 6)).toEqual(Buffer.from([0, 0, 1, 0, 1, 0]));
    expect([icon.readUInt32LE(14), icon.readUInt32LE(18)]).toEqual([icon.length - 22, 22]);
    expect(await sharp(icon.subarray(22)).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 });
  });

  test('shows a mark that is not square as a whole, between transparent margins', async () => {
    const png = (await drawFavicon(wide)).subarray(22);
    expect(await pixelAt(png, 16, 2)).toBe('#00000000');
    expect(await pixelAt(png, 1, 16)).toBe('#ff0000ff');
  });
});
