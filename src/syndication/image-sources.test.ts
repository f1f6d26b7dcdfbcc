import { expect, test } from 'vitest';
import { createImageFinder } from './image-sources.ts';

function marked(src: string): string {
  return `<img __ASTRO_IMAGE_="${JSON.stringify({ src, alt: 'a "b"' }).replaceAll('"', '&#x22;')}">`;
}

const find = createImageFinder(
  {
    './bars.png': '../../cache/1a/bars.png',
    'bars.png': '../../cache/1a/bars.png',
    './%EB%A7%89%EB%8C%80.svg': '../../cache/2b/막대.svg'.normalize('NFD'),
    './one/a.png': 'one/a.png',
    './two/a.png': 'two/a.png',
    '/logo.svg': '/logo.svg',
  },
  `<p>${marked('./../../cache/1a/bars.png')}</p><img src="/logo.svg">${marked('./../../cache/2b/막대.svg'.normalize('NFD'))}${marked('./one/a.png')}${marked('./two/a.png')}${marked('./../../cache/1a/bars.png')}`,
  '<p><img src="/_astro/bars.Bx1f.webp"></p><img src="/logo.svg"><img src="/_astro/bars.Bx1f.svg"><img src="/_astro/a.C1.webp"><img src="/_astro/a.C2.webp"><img src="/_astro/bars.Bx1f.webp">',
);

test.each([
  ['in another folder', './bars.png', '/_astro/bars.Bx1f.webp'],
  ['that has another address, too', 'bars.png', '/_astro/bars.Bx1f.webp'],
  [
    'that is published under the name of an identical file',
    './%EB%A7%89%EB%8C%80.svg',
    '/_astro/bars.Bx1f.svg',
  ],
  ['with a name that another folder has too', './one/a.png', '/_astro/a.C1.webp'],
  ['with the same name in the other folder', './two/a.png', '/_astro/a.C2.webp'],
])('an image %s is found', (_, url, published) => {
  expect(find(url)).toBe(published);
});

test.each(['./lines.png', 'a.png', '', '/logo.svg', 'constructor'])('%j is not a resized image', (url) => {
  expect(find(url)).toBeUndefined();
});
