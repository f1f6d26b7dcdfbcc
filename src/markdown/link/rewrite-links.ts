import type { Definition, Image, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../parse.ts';

/** From where to where an address stands in a text. */
export interface AddressPlace {
  start: number;
  end: number;
}

/**
 * A Markdown text with other addresses in its links and pictures, and not a character else changed.
 *
 * @param toUrl gives the new address, or nothing where the old one stays
 */
export function rewriteLinks(markdown: string, toUrl: (url: string) => string | undefined): string {
  return rewriteAddresses(markdown, findAddresses(parseMarkdown(markdown), markdown), toUrl);
}

/** The same for a text of which it is known where its addresses are. */
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

/** Where a text that has been parsed, but not yet rendered, has the addresses of its links and pictures, in its order. */
export function findAddresses(tree: Root, markdown: string): AddressPlace[] {
  const places: AddressPlace[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
    if (node.type !== 'definition' && node.data?.definition !== undefined) return;
    const start = findAddress(node, markdown);
    if (start !== undefined) places.push({ start, end: start + node.url.length });
  });
  // A picture inside a link is visited after the link, whose address comes after it.
  return places.sort((a, b) => a.start - b.start);
}

/** Where in its text the address of a link, picture or definition begins, if it is written there as it is. */
export function findAddress(node: Link | Image | Definition, markdown: string): number | undefined {
  const afterText = findAfterText(node, markdown);
  const start = markdown.slice(afterText, node.position?.end.offset ?? 0).indexOf(node.url);
  return start === -1 ? undefined : afterText + start;
}

/** Where the text of a link or picture, or the label of a definition, is over: each may hold the address too. */
function findAfterText(node: Link | Image | Definition, markdown: string): number {
  const { start, end } = node.position ?? {};
  const from = start?.offset ?? 0;
  if (node.type === 'link') return node.children.at(-1)?.position?.end.offset ?? from;
  if (node.type === 'image') return Math.max(from, markdown.lastIndexOf('](', (end?.offset ?? from) - 1));
  const label = /\[(?:\\.|[^\\\]])*\]:/sy;
  label.lastIndex = from;
  label.test(markdown);
  return label.lastIndex;
}
