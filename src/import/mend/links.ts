import type { Definition, Html, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { findAddress } from '../../markdown/index.ts';
import {
  findWay,
  writeAddress,
  writeFragment,
  type Destinations,
  type TextName,
  type Way,
} from '../address.ts';
import type { Edit } from '../edits.ts';
import { spanOf, type Mend } from './mend.ts';

/** Links led to where they lead once all is brought in: edits of which nothing need be said, and mends. */
export interface LedLinks {
  edits: Edit[];
  mends: Mend[];
}

/** What leading the links of a text needs to know. */
export interface LinkContext {
  from: TextName;
  destinations: Destinations;
  /** Folder of the site on its host. */
  base: string;
}

/** Lead the links of a text that is brought in. */
export function leadLinks(tree: Root, markdown: string, context: LinkContext): LedLinks {
  const led: LedLinks = { edits: [], mends: [] };
  const headings: { start: number; end: number }[] = [];
  visit(tree, 'heading', (node) => void headings.push(spanOf(node)));
  visit(tree, ['link', 'definition', 'html'], (node) => {
    if (node.type === 'html') leadHtml(node, markdown, { ...context, led });
    if (node.type !== 'link' && node.type !== 'definition') return;
    const way = findWay(node.url, context.from, context.destinations);
    if (way.type === 'nowhere') {
      // A definition leads nowhere by itself: that is told of the links that use it.
      if (node.type === 'definition') return;
      const { start } = spanOf(node);
      const isInHeading = headings.some((heading) => heading.start <= start && start < heading.end);
      const edits = takeLinkOff(node, markdown, way.loss.rule === 'import/link-scheme' && !isInHeading);
      led.mends.push({ ...placeOf(node), ...way.loss, edits });
      return;
    }
    if (way.type === 'same' || (node.type === 'link' && node.data?.definition !== undefined)) return;
    const url = way.type === 'page' ? way.url : writeAddress(way, context.from);
    const edits = changeAddress(node, markdown, url);
    if (way.type === 'text' && way.lost !== undefined)
      led.mends.push({ ...placeOf(node), ...way.lost, edits });
    else led.edits.push(...edits);
  });
  return led;
}

function placeOf(node: Link | Definition | Html) {
  const { line, column } = spanOf(node);
  return { line, column };
}

function changeAddress(node: Link | Definition, markdown: string, url: string): Edit[] {
  if (node.url === url) return [];
  const start = node.url === '' ? undefined : findAddress(node, markdown);
  if (start !== undefined) return [{ start, end: start + node.url.length, text: url }];
  // An address that is written with escapes is written anew, with what comes after it.
  const { start: from, end } = spanOf(node);
  const title = node.title == null ? '' : ` "${node.title.replace(/["\\]/g, '\\$&')}"`;
  if (node.type === 'definition') {
    const label = /^\[(?:\\.|[^\\\]])*\]:/s.exec(markdown.slice(from, end))?.[0] ?? '';
    return [{ start: from + label.length, end, text: ` <${url}>${title}` }];
  }
  const afterText = node.children.at(-1)?.position?.end.offset ?? from + 1;
  return [{ start: afterText, end, text: `](<${url}>${title})` }];
}

/** A link less what makes it one. Nothing of its text is touched, as there may be pictures in it. */
function takeLinkOff(node: Link, markdown: string, keepsAddress: boolean): Edit[] {
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

/** Addresses in raw HTML are no links of Narani's: there they are those of pages. */
function leadHtml(
  node: Html,
  markdown: string,
  { led, from, destinations, base }: LinkContext & { led: LedLinks },
) {
  const { start, end } = spanOf(node);
  for (const match of markdown.slice(start, end).matchAll(/(\shref\s*=\s*)("[^"]*"|'[^']*')/gi)) {
    const [, before = '', quoted = ''] = match;
    const url = quoted.slice(1, -1);
    const way = findWay(url, from, destinations);
    const at = start + match.index + before.length + 1;
    const edits = wayToEdits(way, { start: at, end: at + url.length }, base);
    const loss = way.type === 'nowhere' ? way.loss : way.type === 'text' ? way.lost : undefined;
    if (loss === undefined) led.edits.push(...edits);
    else led.mends.push({ ...placeOf(node), ...loss, edits });
  }
}

function wayToEdits(way: Way, { start, end }: { start: number; end: number }, base: string): Edit[] {
  if (way.type !== 'text') return way.type === 'nowhere' ? [{ start, end, text: '#' }] : [];
  const { locale, slug } = way.text;
  return [
    { start, end, text: `${base}${locale}/articles/${encodeURIComponent(slug)}/${writeFragment(way.id)}` },
  ];
}
