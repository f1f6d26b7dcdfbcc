import type { Definition, Html, Link, Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { findAddress } from '../../markdown/index.ts';
import {
  resolveAddress,
  formatAddress,
  encodeFragment,
  type Destinations,
  type TextName,
  type ResolvedAddress,
} from '../address.ts';
import type { Edit } from '../edits.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** The edits of a text’s links: plain edits, and conversions that are reported. */
interface ConvertedLinks {
  edits: Edit[];
  conversions: Conversion[];
}

/** The linking text, the possible destinations and the base of the site. */
export interface LinkContext {
  from: TextName;
  destinations: Destinations;
  /** The site’s base path: `/` or `/kb/`. */
  base: string;
}

/** Rewrites the links of an imported text so that they lead to the same places after the import. */
export function convertLinks(tree: Root, markdown: string, context: LinkContext): ConvertedLinks {
  const result: ConvertedLinks = { edits: [], conversions: [] };
  const headings: { start: number; end: number }[] = [];
  visit(tree, 'heading', (node) => void headings.push(spanOf(node)));
  visit(tree, ['link', 'definition', 'html'], (node) => {
    if (node.type === 'html') convertHtmlLinks(node, markdown, { ...context, result });
    if (node.type !== 'link' && node.type !== 'definition') return;
    const resolved = resolveAddress(node.url, context.from, context.destinations);
    if (resolved.type === 'nowhere') {
      // A broken definition is reported at the links that use it.
      if (node.type === 'definition') return;
      const { start } = spanOf(node);
      const isInHeading = headings.some((heading) => heading.start <= start && start < heading.end);
      const edits = removeLink(
        node,
        markdown,
        resolved.problem.rule === 'import/link-scheme' && !isInHeading,
      );
      result.conversions.push({ ...placeOf(node), ...resolved.problem, edits });
      return;
    }
    if (resolved.type === 'same' || (node.type === 'link' && node.data?.definition !== undefined)) return;
    const url = resolved.type === 'page' ? resolved.url : formatAddress(resolved, context.from);
    const edits = changeAddress(node, markdown, url);
    if (resolved.type === 'text' && resolved.problem !== undefined)
      result.conversions.push({ ...placeOf(node), ...resolved.problem, edits });
    else result.edits.push(...edits);
  });
  return result;
}

function placeOf(node: Link | Definition | Html) {
  const { line, column } = spanOf(node);
  return { line, column };
}

function changeAddress(node: Link | Definition, markdown: string, url: string): Edit[] {
  if (node.url === url) return [];
  const start = node.url === '' ? undefined : findAddress(node, markdown);
  if (start !== undefined) return [{ start, end: start + node.url.length, text: url }];
  // An address with escapes can’t be found in the source, so everything from it to the end of the link is rewritten.
  const { start: from, end } = spanOf(node);
  const title = node.title == null ? '' : ` "${node.title.replace(/["\\]/g, '\\$&')}"`;
  if (node.type === 'definition') {
    const label = /^\[(?:\\.|[^\\\]])*\]:/s.exec(markdown.slice(from, end))?.[0] ?? '';
    return [{ start: from + label.length, end, text: ` <${url}>${title}` }];
  }
  const afterText = node.children.at(-1)?.position?.end.offset ?? from + 1;
  return [{ start: afterText, end, text: `](<${url}>${title})` }];
}

/** Removes the link around a text. The text itself is not edited, because it may contain pictures. */
function removeLink(node: Link, markdown: string, keepsAddress: boolean): Edit[] {
  const { start, end } = spanOf(node);
  const textStart = node.children[0]?.position?.start.offset ?? end;
  const textEnd = node.children.at(-1)?.position?.end.offset ?? end;
  const isAddress = markdown.slice(textStart, textEnd) === node.url;
  const canBeCode = keepsAddress && !/[`|\n]/.test(node.url);
  if (isAddress && canBeCode) return [{ start, end, text: `\`${node.url}\`` }];
  return [
    { start, end: textStart, text: '' },
    { start: textEnd, end, text: canBeCode ? ` (\`${node.url}\`)` : '' },
  ];
}

/** Converts `href` attributes in raw HTML. They contain addresses of pages, not of Markdown files. */
function convertHtmlLinks(
  node: Html,
  markdown: string,
  { result, from, destinations, base }: LinkContext & { result: ConvertedLinks },
) {
  const { start, end } = spanOf(node);
  for (const match of markdown.slice(start, end).matchAll(/(\shref\s*=\s*)("[^"]*"|'[^']*')/gi)) {
    const [, before = '', quoted = ''] = match;
    const url = quoted.slice(1, -1);
    const resolved = resolveAddress(url, from, destinations);
    const at = start + match.index + before.length + 1;
    const edits = toEdits(resolved, { start: at, end: at + url.length }, base);
    const problem =
      resolved.type === 'nowhere'
        ? resolved.problem
        : resolved.type === 'text'
          ? resolved.problem
          : undefined;
    if (problem === undefined) result.edits.push(...edits);
    else result.conversions.push({ ...placeOf(node), ...problem, edits });
  }
}

function toEdits(
  resolved: ResolvedAddress,
  { start, end }: { start: number; end: number },
  base: string,
): Edit[] {
  if (resolved.type !== 'text') return resolved.type === 'nowhere' ? [{ start, end, text: '#' }] : [];
  const { locale, slug } = resolved.text;
  return [
    {
      start,
      end,
      text: `${base}${locale}/articles/${encodeURIComponent(slug)}/${encodeFragment(resolved.id)}`,
    },
  ];
}
