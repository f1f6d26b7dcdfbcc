import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/**
 * Returns a function that finds the published address of an image: `./bars.png` → `/_astro/bars.Bx1f_Z2.webp`. Matches images by
 * their order in the text: names are ambiguous, as Astro publishes identical files once.
 *
 * @param files files of the text's images, by address as written
 * @param rendered the text as rendered, with Astro's image markers
 * @param published the same text with published images
 */
export function createImageFinder(
  files: Readonly<Record<string, string>>,
  rendered: string,
  published: string,
): (url: string) => string | undefined {
  const sources = imagesIn(published).map(({ src }) => src);
  const byFile = new Map(imagesIn(rendered).map((image, index) => [fileOf(image), sources[index]]));
  return (url) => {
    const source = Object.hasOwn(files, url) ? byFile.get(files[url]) : undefined;
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

/** Returns the path of an image's file, relative to the text; `undefined` for images in `public/`. */
function fileOf({ __astro_image_: mark }: Element['properties']): string | undefined {
  if (typeof mark !== 'string') return undefined;
  const { src } = JSON.parse(mark) as { src: string };
  return src.replace(/^\.\//, '');
}
