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
    const url = toUrl(node.url);
    const end = node.position?.end.offset ?? 0;
    const afterText =
      (node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined) ??
      node.position?.start.offset ??
      0;
    const start = markdown.indexOf(node.url, afterText);
    if (url !== undefined && start !== -1 && start + node.url.length <= end)
      edits.push({ start, end: start + node.url.length, url });
  });
  return edits.reduceRight(
    (text, { start, end, url }) => text.slice(0, start) + url + text.slice(end),
    markdown,
  );
}
