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
  return (url) => {
    const name = fileName(url).split('.').slice(0, -1).join('.');
    return sources.find((source) => publishedName(source) === name);
  };
}

/** The name that a published file was made from: its last two parts are a digest and its type. */
function publishedName(source: string): string {
  return fileName(source).split('.').slice(0, -2).join('.');
}

function fileName(address: string): string {
  return decodeURIComponent(address.split('/').at(-1) ?? '').normalize('NFC');
}
