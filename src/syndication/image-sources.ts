import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/**
 * Find the published form of a picture in the page that shows it: `./bars.png` → `/_astro/bars.Bx1f_Z2.webp`.
 *
 * @param html the text as rendered, its pictures in their published form
 */
export function createImageFinder(html: string): (url: string) => string | undefined {
  const sources: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }: Element) => {
    if (tagName === 'img' && typeof properties.src === 'string') sources.push(properties.src);
  });
  return (url) => sources.find((source) => fileStem(source) === fileStem(url));
}

/** The file's name up to its first dot: what comes after it in a published name is a digest. */
function fileStem(address: string): string {
  return (
    decodeURIComponent(address.split('/').at(-1) ?? '')
      .normalize('NFC')
      .split('.')[0] ?? ''
  );
}
