import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/**
 * Find the published form of a picture: `./bars.png` → `/_astro/bars.Bx1f_Z2.webp`. The two forms of a text show the same
 * pictures in the same order; by name they can't be told, as one published file may stand for several that are alike.
 *
 * @param rendered the text as rendered, its pictures bearing the mark by which Astro finds their files
 * @param published the same text with its pictures in their published form
 */
export function createImageFinder(rendered: string, published: string): (url: string) => string | undefined {
  const sources = imagesIn(published).map(({ src }) => src);
  const byPath = new Map(imagesIn(rendered).map((image, index) => [pathOf(image), sources[index]]));
  return (url) => {
    const source = byPath.get(normalize(url));
    return typeof source === 'string' ? source : undefined;
  };
}

function imagesIn(html: string): Element['properties'][] {
  const images: Element['properties'][] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }: Element) => {
    if (tagName === 'img') images.push(properties);
  });
  return images;
}

/** Where the file of a picture lies, from its text. */
function pathOf({ __astro_image_: mark, src }: Element['properties']): string | undefined {
  if (typeof mark !== 'string') return typeof src === 'string' ? src : undefined;
  const { src: path } = JSON.parse(mark) as { src: string };
  return normalize(path);
}

/** An address as written, without what may be written differently. */
function normalize(address: string): string {
  const path = address.replace(/^\.\//, '');
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
