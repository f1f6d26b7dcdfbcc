import { expect, test } from 'vitest';
import { createImageFinder } from './image-sources.ts';

const find = createImageFinder(
  '<p><img src="/_astro/bars.Bx1f_Z2.webp" alt="a"></p><img src="/kb/_astro/v1.2.C4hq_Aa.png"><img src="/_astro/v1.3.D9-x_Bb.png"><img src="/_astro/%EB%A7%89%EB%8C%80.E1.svg"><img alt="none">',
);

test.each([
  ['./bars.png', '/_astro/bars.Bx1f_Z2.webp'],
  ['bars.jpeg', '/_astro/bars.Bx1f_Z2.webp'],
  ['./img/bars.png', '/_astro/bars.Bx1f_Z2.webp'],
  ['./v1.2.png', '/kb/_astro/v1.2.C4hq_Aa.png'],
  ['./v1.3.png', '/_astro/v1.3.D9-x_Bb.png'],
  ['./막대.svg', '/_astro/%EB%A7%89%EB%8C%80.E1.svg'],
  [`./${'막대'.normalize('NFD')}.svg`, '/_astro/%EB%A7%89%EB%8C%80.E1.svg'],
  ['./%EB%A7%89%EB%8C%80.svg', '/_astro/%EB%A7%89%EB%8C%80.E1.svg'],
])('the picture %s is published as %s', (url, published) => {
  expect(find(url)).toBe(published);
});

test.each(['./lines.png', './bar.png', './v1.png', './bars', ''])('%j is no picture of the page', (url) => {
  expect(find(url)).toBeUndefined();
});
