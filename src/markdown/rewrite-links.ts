import type { Definition, Html, Image, Link, Root } from 'mdast';
import { visit } from '../tree/index.ts';
import { parseMarkdown } from './parse.ts';

/** The offsets of an address, or of a whole link by name, in a text, in UTF-16 units; `end` is exclusive. */
export interface AddressPlace {
  start: number;
  end: number;
}

/**
 * Replaces the addresses of links and images in a Markdown text and leaves everything else as it is. A link by name (`[[name]]`) counts
 * as an address as a whole, brackets included.
 *
 * @param toUrl returns the new address, or `undefined` to leave the old one
 */
export function rewriteLinks(markdown: string, toUrl: (url: string) => string | undefined): string {
  return rewriteAddresses(markdown, findAddresses(parseMarkdown(markdown), markdown), toUrl);
}

/** Replaces addresses, as `rewriteLinks` does, at offsets found before. */
export function rewriteAddresses(
  markdown: string,
  places: readonly AddressPlace[],
  toUrl: (url: string) => string | undefined,
): string {
  const pieces = places.flatMap(({ start, end }, index) => {
    const address = markdown.slice(start, end);
    return [markdown.slice(places[index - 1]?.end ?? 0, start), toUrl(address) ?? address];
  });
  return pieces.join('') + markdown.slice(places.at(-1)?.end ?? 0);
}

/** Returns the offsets of the addresses of links and images, and of links by name, in order. Expects the tree as parsed: rendering changes it. */
export function findAddresses(tree: Root, markdown: string): AddressPlace[] {
  const places: AddressPlace[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
    if (node.type !== 'definition' && node.data?.definition !== undefined) return;
    if (node.type === 'link' && node.data?.wikilink !== undefined) {
      const { start, end } = node.position ?? {};
      places.push({ start: start?.offset ?? 0, end: end?.offset ?? 0 });
      return;
    }
    const start = findAddress(node, markdown);
    if (start !== undefined) places.push({ start, end: start + node.url.length });
  });
  // An image within a link is visited after the link, but its address comes first.
  return places.sort((a, b) => a.start - b.start);
}

/** Returns the offsets of addresses that are the text of their own link, such as `<https://example.org/>`, in order. */
export function findBareAddresses(tree: Root, markdown: string): AddressPlace[] {
  const places: AddressPlace[] = [];
  visit(tree, 'link', ({ url, position }) => {
    const from = position?.start.offset ?? 0;
    if (position === undefined || markdown[from] === '[') return;
    const start = from + Number(markdown[from] === '<');
    if (markdown.startsWith(url, start)) places.push({ start, end: start + url.length });
  });
  return places;
}

/** Returns the offsets of the addresses of links and files in raw HTML, in order. */
export function findHtmlAddresses(tree: Root, markdown: string): AddressPlace[] {
  const places: AddressPlace[] = [];
  visit(tree, 'html', ({ position }: Html) => {
    const from = position?.start.offset ?? 0;
    const html = markdown.slice(from, position?.end.offset);
    for (const { index, 0: written, 1: value = '' } of html.matchAll(
      /\s(?:href|src)\s*=\s*["']([^"'<>]*)["']/gi,
    )) {
      const start = from + index + written.length - value.length - 1;
      places.push({ start, end: start + value.length });
    }
  });
  return places;
}

/** Returns the offset of the address of a link, image or definition, or `undefined` if the text has it in another spelling. */
export function findAddress(node: Link | Image | Definition, markdown: string): number | undefined {
  const afterText = findEndOfText(node, markdown);
  const start = markdown.slice(afterText, node.position?.end.offset ?? 0).indexOf(node.url);
  return start === -1 ? undefined : afterText + start;
}

/** Returns the offset after the text of a link or image, or after the label of a definition: each may contain the address too. */
function findEndOfText(node: Link | Image | Definition, markdown: string): number {
  const { start, end } = node.position ?? {};
  const from = start?.offset ?? 0;
  if (node.type === 'link') return node.children.at(-1)?.position?.end.offset ?? from;
  if (node.type === 'image') return Math.max(from, markdown.lastIndexOf('](', (end?.offset ?? from) - 1));
  const label = /\[(?:\\.|[^\\\]])*\]:/sy;
  label.lastIndex = from;
  label.test(markdown);
  return label.lastIndex;
}
