import type { Html, Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { isBlockContainer } from '../block/comments.ts';
import { balance, type Balanced } from './balance.ts';
import { reportHtml } from './report-html.ts';
import type { HtmlToken, Piece } from './token.ts';
import { tokenizeHtml } from './tokenize.ts';

/**
 * Replaces the raw HTML of a text by HTML in which every element ends where its paragraph, or its block of raw HTML, ends, so
 * that an HTML parser puts no later block into it. Tags that are not HTML become text. Reports that, and everything that the
 * page leaves out.
 */
export function remarkRawHtml() {
  return (tree: Root, file: VFile): void => {
    balanceIn(tree, file);
  };
}

function balanceIn(node: Nodes, file: VFile): void {
  if (!('children' in node)) return;
  const isInline = !isBlockContainer(node);
  const pieces = node.children.flatMap((child) => (child.type === 'html' ? [toPiece(child, isInline)] : []));
  if (pieces.length > 0) {
    const units = pieces.map(({ tokens }) => tokens);
    const balanced = balance(isInline ? [units.flat()] : units, isInline);
    reportHtml(file, { ...balanced, pieces, parent: node, isInline });
    if (isInline) writeInline(node, pieces, balanced);
    else
      for (const [index, piece] of pieces.entries())
        piece.node.value = write(piece, balanced) + (balanced.ends[index] ?? '');
  }
  for (const child of node.children) balanceIn(child, file);
}

function toPiece(node: Html, isInline: boolean): Piece {
  const { value } = node;
  // In HTML a declaration ends at the first `>`, in Markdown at its own end: `<?php $a->b() ?>`.
  if (isInline && /^<[?!](?!--)/.test(value))
    return { node, tokens: [{ type: 'declaration', start: 0, end: value.length }] };
  return { node, tokens: tokenizeHtml(value) };
}

/** Returns the balanced HTML of a piece. */
function write({ node, tokens }: Piece, { outputs }: Balanced): string {
  const written = tokens.map((token) => {
    const output = outputs.get(token);
    if (output === undefined) return '';
    const source = node.value.slice(token.start, token.end);
    const shown = { html: source, text: escapeHtml(source), nothing: '' }[output.as];
    return output.before + shown + output.after;
  });
  return written.join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Replaces the tags in a paragraph or the like, without the Markdown between those of an element that is left out. */
function writeInline(parent: Parents, pieces: readonly Piece[], balanced: Balanced): void {
  const kept: Nodes[] = [];
  let strippedTo: HtmlToken | undefined;
  const byNode = new Map<Nodes, Piece>(pieces.map((piece) => [piece.node, piece]));
  for (const child of parent.children) {
    const piece = byNode.get(child);
    if (piece === undefined) {
      if (strippedTo === undefined) kept.push(child);
      continue;
    }
    const value = write(piece, balanced);
    if (value !== '') kept.push({ ...piece.node, value });
    for (const token of piece.tokens) {
      if (token === strippedTo) strippedTo = undefined;
      else strippedTo ??= balanced.stripped.get(token);
    }
  }
  const end = balanced.ends.join('');
  if (end !== '') kept.push({ type: 'html', value: end });
  parent.children = kept as typeof parent.children;
}
