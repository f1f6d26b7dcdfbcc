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
  ['as written', './bars.png', '/_astro/bars.Bx1f.webp'],
  ['without `./`', 'bars.png', '/_astro/bars.Bx1f.webp'],
  ['that is published under the name of an identical file', './막대.svg', '/_astro/bars.Bx1f.svg'],
  ['in NFD', './막대.svg'.normalize('NFD'), '/_astro/bars.Bx1f.svg'],
  ['with percent-encoding', './%EB%A7%89%EB%8C%80.svg', '/_astro/bars.Bx1f.svg'],
  ['with a name that another folder has too', './one/a.png', '/_astro/a.C1.webp'],
  ['with the same name in the other folder', './two/a.png', '/_astro/a.C2.webp'],
])('an image %s is found', (_, url, published) => {
  expect(find(url)).toBe(published);
});

test.each(['./lines.png', './a.png', './bars', '', './%FF.png'])('%j is not an image of the text', (url) => {
  expect(find(url)).toBeUndefined();
});
