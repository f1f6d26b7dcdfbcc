import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePicture } from './encode-picture.ts';

const bitmap = sharp({ create: { width: 64, height: 48, channels: 3, background: '#c8285a' } });
const frames = Buffer.concat([0, 80, 160].map((gray) => Buffer.alloc(20 * 10 * 3, gray)));
const animation = sharp(frames, { raw: { width: 20, height: 30, channels: 3, pageHeight: 10 } });

test('A bitmap becomes WebP of the given size, with the same bytes each time', async () => {
  const png = await bitmap.clone().png().toBuffer();
  const made = await encodePicture(png, { ending: 'png', width: 32, height: 24 });
  expect(await sharp(made).metadata()).toMatchObject({ format: 'webp', width: 32, height: 24 });
  expect(await encodePicture(png, { ending: 'png', width: 32, height: 24 })).toEqual(made);
});

test('A photo is turned as its camera recorded', async () => {
  const turned = await bitmap.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const made = await encodePicture(turned, { ending: 'jpg', width: 48, height: 64 });
  expect(await sharp(made).metadata()).toMatchObject({ width: 48, height: 64 });
});

test('An animation keeps its frames, and a GIF repeats', async () => {
  const gif = await animation.gif({ delay: [100, 100, 100], loop: 1 }).toBuffer();
  const made = await encodePicture(gif, { ending: 'gif', width: 10, height: 5 });
  expect(await sharp(made).metadata()).toMatchObject({ pages: 3, loop: 0, width: 10, height: 5 });
});
