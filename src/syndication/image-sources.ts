import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/**
 * Returns a function that finds the published address of an image: `./bars.png` → `/_astro/bars.Bx1f_Z2.webp`. Matches images by
 * their order in the text: names are ambiguous, as Astro publishes identical files once.
 *
 * @param rendered the text as rendered, with Astro's image markers
 * @param published the same text with published images
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

/** Returns the path of an image's file, relative to the text. */
function pathOf({ __astro_image_: mark, src }: Element['properties']): string | undefined {
  if (typeof mark !== 'string') return typeof src === 'string' ? src : undefined;
  const { src: path } = JSON.parse(mark) as { src: string };
  return normalize(path);
}

/** Normalizes a relative address: without `./` and percent-encoding, in NFC. */
function normalize(address: string): string {
  const path = address.replace(/^\.\//, '');
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
