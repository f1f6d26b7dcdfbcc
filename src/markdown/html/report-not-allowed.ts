import { toString } from 'mdast-util-to-string';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { linkSchemes, schemeOf } from '../../model/index.ts';
import { playerFor } from '../media/files.ts';
import { videoHost } from '../media/hosts.ts';
import { quote } from '../quote.ts';
import { report } from '../report.ts';
import { pointAt, type BalancedHtml } from './balanced-html.ts';
import { effectOf, hasCode } from './elements.ts';
import { isAllowedName } from './schema.ts';
import type { HtmlToken, Piece, Tag } from './token.ts';

/** Reports the elements and attributes of a piece that the page leaves out. */
export function reportNotAllowed(file: VFile, piece: Piece, context: BalancedHtml): void {
  const dropped = new Set<string>();
  const words: string[] = [];
  let end: Point | undefined;
  for (const token of piece.tokens) {
    if (token.type !== 'open' || context.outputs.get(token)?.as === 'text') continue;
    const to = context.stripped.get(token);
    if (to === undefined && context.inside.has(token)) continue;
    if (isAllowed(token)) for (const name of findAttributes(token)) dropped.add(name);
    else dropped.add(`<${token.name.toLowerCase()}>`);
    if (to === undefined) continue;
    const last = context.pieces.find(({ tokens }) => tokens.includes(to)) ?? piece;
    end = pointAt(last.node, to.end);
    if (!hasCode(token.name)) words.push(textBetween(token, to, { piece, last, context }).trim());
  }
  if (dropped.size === 0) return;
  const { position } = piece.node;
  const place = position && { position: { start: position.start, end: end ?? position.end } };
  const text = quote(words.join(' '));
  const names = [...dropped].map((name) => `\`${name}\``).join(', ');
  report(
    file,
    { type: 'html', ...place },
    {
      rule: 'html/not-allowed',
      severity: 'warning',
      what: `${names} in raw HTML: not allowed, left out of the page${text === '' ? '' : ` with the text “${text}”`}`,
      why: 'Texts can’t run scripts, load resources from other sites or set their own styles.',
      fix: fixFor(piece.tokens),
    },
  );
}

/** Returns how to write in Markdown what raw HTML was to show. */
function fixFor(tokens: readonly HtmlToken[]): string {
  const opening = tokens.flatMap((token) => (token.type === 'open' ? [token] : []));
  const [first] = opening;
  const source = opening
    .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'src'))
    .at(0)?.value;
  if (first?.name.toLowerCase() === 'script') return 'Remove it.';
  if (source !== undefined && videoHost(source) !== undefined)
    return `Write \`${source}\` alone on a line, with a blank line before and after it: it becomes a card that leads to the video.`;
  if (source !== undefined && playerFor(source) !== undefined)
    return `Write \`![…](${source})\` alone on a line, with words about it between the brackets: it becomes a player.`;
  return 'Use Markdown instead (`![…](./file.png)`, `[…](../other/en.md)`), or remove it.';
}

/** Returns the text of an element that is left out, in one piece of raw HTML or between two. */
function textBetween(
  from: HtmlToken,
  to: HtmlToken,
  { piece, last, context: { parent } }: { piece: Piece; last: Piece; context: BalancedHtml },
): string {
  const { children }: { children: readonly unknown[] } = parent;
  if (piece !== last)
    return toString(children.slice(children.indexOf(piece.node), children.indexOf(last.node)), {
      includeHtml: false,
    });
  const { tokens } = piece;
  return tokens
    .slice(tokens.indexOf(from), tokens.indexOf(to))
    .map((token) => (token.type === 'text' ? token.value : ''))
    .join('');
}

/** Returns whether raw HTML may contain an element. Images must be written in Markdown, which resolves their files. */
function isAllowed(tag: Tag): boolean {
  return effectOf(tag) === 'allowed' && tag.name.toLowerCase() !== 'img';
}

/** Returns the names of the attributes that the sanitizer removes. */
function findAttributes({ name, attributes }: Tag): string[] {
  return attributes.flatMap((attribute) =>
    isAllowedAttribute(name.toLowerCase(), attribute) ? [] : [attribute.name],
  );
}

function isAllowedAttribute(element: string, { name, value }: Tag['attributes'][number]): boolean {
  if (name === 'class' || name === 'id' || name === 'data-block') return false;
  // Links to other files are resolved in Markdown only.
  if (name === 'href') return isAllowedHref(value);
  return isAllowedName(element, name);
}

function isAllowedHref(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined ? /^[/#]/.test(url) : linkSchemes.includes(scheme);
}
