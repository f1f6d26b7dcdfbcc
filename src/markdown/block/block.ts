import type { Blockquote, FootnoteDefinition, List, ListItem, Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Place } from '../../diagnostics/index.ts';
import { shortDigest } from '../../model/index.ts';

/** A piece of text that one translation renders as a whole: what can't be split without splitting its sense. */
export interface Block extends Place {
  type: 'heading' | 'paragraph' | 'table' | 'code' | 'html' | 'figure';
  /** Digest of what the block says, how it is marked up and what it stands in; how its lines are broken does not enter. */
  digest: string;
}

/**
 * The blocks of a text in reading order: headings, paragraphs (those of list items, quotes, callouts and footnotes too),
 * tables, code and figures. Breaks and link definitions are not blocks.
 */
export function listBlocks(tree: Root): Block[] {
  return tree.children.flatMap((node) => blocksOf(node, ''));
}

/** @param around the kinds of what the node stands in, outermost first */
function blocksOf(node: RootContent, around: string): Block[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'code':
    case 'html':
      return [toBlock(node, node.type, around)];
    case 'leafDirective':
      return [toBlock(node, 'figure', around)];
    case 'blockquote':
    case 'containerDirective':
    case 'footnoteDefinition':
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => blocksOf(child, around + containerKind(node)));
    default:
      return [];
  }
}

/** What a container tells of what is in it: a warning, a step, a thing done. */
function containerKind(node: Blockquote | ContainerDirective | FootnoteDefinition | List | ListItem): string {
  switch (node.type) {
    case 'containerDirective':
      return `${node.name}/`;
    case 'list':
      return node.ordered === true ? 'steps/' : 'list/';
    case 'listItem':
      return typeof node.checked === 'boolean' ? `${node.checked ? 'done' : 'open'}/` : '';
    default:
      return `${node.type}/`;
  }
}

function toBlock(node: RootContent, type: Block['type'], around: string): Block {
  return {
    type,
    digest: shortDigest(around + canonical(node)),
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
