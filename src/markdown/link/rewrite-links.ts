import type { Definition, Image, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../parse.ts';

/**
 * A Markdown text with other addresses in its links and pictures, and not a character else changed.
 *
 * @param toUrl gives the new address, or nothing where the old one stays
 */
export function rewriteLinks(markdown: string, toUrl: (url: string) => string | undefined): string {
  const edits: { start: number; end: number; url: string }[] = [];
  visit(parseMarkdown(markdown), (node) => {
    if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
    if (node.type !== 'definition' && node.data?.definition !== undefined) return;
    const url = toUrl(node.url);
    const start = url === undefined ? undefined : findAddress(node, markdown);
    if (url === undefined || start === undefined) return;
    edits.push({ start, end: start + node.url.length, url });
  });
  // A picture inside a link is visited after the link, whose address comes after it.
  edits.sort((a, b) => a.start - b.start);
  const pieces = edits.flatMap(({ start, url }, index) => [
    markdown.slice(edits[index - 1]?.end ?? 0, start),
    url,
  ]);
  return pieces.join('') + markdown.slice(edits.at(-1)?.end ?? 0);
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
