import { expect, test } from 'vitest';
import { createImageFinder } from './image-sources.ts';

function marked(src: string): string {
  return `<img __ASTRO_IMAGE_="${JSON.stringify({ src, alt: 'a "b"' }).replaceAll('"', '&#x22;')}">`;
}

const find = createImageFinder(
  `<p>${marked('./bars.png')}</p><img src="/logo.svg">${marked('./막대.svg'.normalize('NFD'))}${marked('./one/a.png')}${marked('./two/a.png')}${marked('./bars.png')}`,
  '<p><img src="/_astro/bars.Bx1f.webp"></p><img src="/logo.svg"><img src="/_astro/bars.Bx1f.svg"><img src="/_astro/a.C1.webp"><img src="/_astro/a.C2.webp"><img src="/_astro/bars.Bx1f.webp">',
);

test.each([
  ['as it is written', './bars.png', '/_astro/bars.Bx1f.webp'],
  ['without the point', 'bars.png', '/_astro/bars.Bx1f.webp'],
  ['whose file is published under the name of another just like it', './막대.svg', '/_astro/bars.Bx1f.svg'],
  ['in the other Unicode form', './막대.svg'.normalize('NFD'), '/_astro/bars.Bx1f.svg'],
  ['with its letters encoded', './%EB%A7%89%EB%8C%80.svg', '/_astro/bars.Bx1f.svg'],
  ['of the same name as another in one folder', './one/a.png', '/_astro/a.C1.webp'],
  ['of the same name as another in the other folder', './two/a.png', '/_astro/a.C2.webp'],
])('a picture %s is found', (_, url, published) => {
  expect(find(url)).toBe(published);
});

test.each(['./lines.png', './a.png', './bars', '', './%FF.png'])('%j is no picture of the text', (url) => {
  expect(find(url)).toBeUndefined();
});
