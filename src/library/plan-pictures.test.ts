import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encoder, planPicture } from './plan-pictures.ts';

const bitmap = {
  ending: 'png',
  width: 900,
  height: 600,
  digest: 'aa',
  publishedDigest: 'aa',
  removed: [],
  isStilled: false,
};
const drawing = { ...bitmap, ending: 'svg', width: 33.5, height: 20, publishedDigest: 'bb' };

test('A bitmap is published in its own width and in every common width below it', () => {
  const { src, size, candidates } = planPicture('bars.png', bitmap, '/kb/');
  expect(candidates.map(({ width }) => width)).toEqual([640, 750, 828, 900]);
  expect(size).toEqual({ width: 900, height: 600 });
  expect(src).toBe(candidates.at(-1)?.src);
  expect(src).toMatch(/^\/kb\/_astro\/bars\.[0-9a-f]{16}\.webp$/);
});

test('A drawing is published once, with whole numbers as its size', () => {
  const { src, size, candidates } = planPicture('bars.svg', drawing, '/');
  expect(src).toMatch(/^\/_astro\/bars\.[0-9a-f]{16}\.svg$/);
  expect({ size, candidates }).toEqual({ size: { width: 34, height: 20 }, candidates: [] });
});

test('The address of a drawing changes with what is published of it', () => {
  const { src } = planPicture('a.svg', drawing, '/');
  expect(planPicture('a.svg', { ...drawing, publishedDigest: 'cc' }, '/').src).not.toBe(src);
  expect(planPicture('a.svg', { ...drawing, digest: 'cc' }, '/').src).toBe(src);
});

test('No picture is published larger than it is, and the widths are distinct and sorted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_383 }), fc.integer({ min: 1, max: 16_383 }), (width, height) => {
      const { candidates } = planPicture('a.png', { ...bitmap, width, height }, '/');
      const widths = candidates.map((each) => each.width);
      expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
      expect(widths.at(-1)).toBe(width);
    }),
  );
});

test('Any name becomes a short name of a file, whose address a `srcset` can contain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      for (const { src } of planPicture(`${name}.png`, bitmap, '/kb/').candidates) {
        expect(src).toMatch(/^\/kb\/_astro\/[^\s,?#/"]+\.[0-9a-f]{16}\.webp$/);
        expect(Buffer.byteLength(decodeURI(src).slice('/kb/_astro/'.length))).toBeLessThanOrEqual(255);
      }
    }),
  );
});

test.each([
  ['그림.png'.normalize('NFD'), '그림'],
  ['what? 100%.png', 'what-100'],
  ['a#b, c.png', 'a-b-c'],
  ['img/bars.v2.png', 'bars.v2'],
  ['.png', 'png'],
  ['???.png', 'picture'],
])('The picture %j is published as %s', (file, name) => {
  const [published = ''] = decodeURI(planPicture(file, bitmap, '/').src).split(/\.[0-9a-f]{16}\./);
  expect(published).toBe(`/_astro/${name}`);
});

test('Addresses change with the version of the program that encodes the pictures', () => {
  expect(encoder).toContain(`sharp ${sharp.versions.sharp},`);
});
