import type { Nodes, Root, RootContent } from 'mdast';
import type { Place } from '../../diagnostics/index.ts';
import { shortDigest } from '../../model/index.ts';

/** A piece of text that one translation renders as a whole: what can't be split without splitting its sense. */
export interface Block extends Place {
  type: 'heading' | 'paragraph' | 'table' | 'code' | 'html' | 'figure';
  /** Digest of what the block says and how it is marked up; how its lines are broken does not enter. */
  digest: string;
}

/**
 * The blocks of a text in reading order: headings, paragraphs (those of list items, quotes, callouts and footnotes too),
 * tables, code and figures. Breaks and link definitions are not blocks.
 */
export function listBlocks(tree: Root): Block[] {
  return tree.children.flatMap(blocksOf);
}

function blocksOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'code':
    case 'html':
      return [toBlock(node, node.type)];
    case 'leafDirective':
      return [toBlock(node, 'figure')];
    case 'blockquote':
    case 'containerDirective':
    case 'footnoteDefinition':
    case 'list':
    case 'listItem':
      return node.children.flatMap(blocksOf);
    default:
      return [];
  }
}

function toBlock(node: RootContent, type: Block['type']): Block {
  return {
    type,
    digest: blockDigest(node),
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  };
}

/** Digest of a node: its kind, words, addresses and mark-up, white space folded and Unicode in NFC. */
export function blockDigest(node: Nodes): string {
  return shortDigest(canonical(node));
}

/** What a node says, as text that two nodes share exactly when a reader would read the same. */
function canonical(node: Nodes): string {
  const facts = Object.entries(node)
    .filter(([name, value]) => telling.has(name) && value != null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${foldSpace(value, node.type === 'code')}`);
  const children = 'children' in node ? mergeText(node.children).map(canonical).join('') : '';
  return `(${[node.type, ...facts].join(' ')}${children})`;
}

/** Properties of nodes that change what a reader reads; positions and notes of other plugins do not. */
const telling = new Set([
  'value',
  'depth',
  'lang',
  'meta',
  'url',
  'title',
  'alt',
  'label',
  'identifier',
  'name',
  'attributes',
  'align',
  'checked',
]);

function foldSpace(value: unknown, isVerbatim: boolean): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).normalize('NFC');
  return JSON.stringify(isVerbatim ? text : text.replace(/\s+/g, ' '));
}

/** Neighbouring texts as one: where a parser cuts them depends on the characters between, not on what they say. */
function mergeText(nodes: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    else merged.push(node);
  }
  return merged;
}
