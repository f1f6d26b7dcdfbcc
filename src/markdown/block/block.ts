import type { Blockquote, FootnoteDefinition, List, ListItem, Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../../diagnostics/index.ts';
import { shortDigest } from '../../model/index.ts';
import { readComment, type Said } from './comment.ts';
import { factsOf } from './facts.ts';

/** A piece of text that one translation renders as a whole: what can't be split without splitting its sense. */
export interface Block extends Place {
  type: 'heading' | 'paragraph' | 'table' | 'code' | 'html' | 'figure';
  /** Digest of what the block says, how it is marked up and what it stands in; how its lines are broken does not enter. */
  digest: string;
  /** The kinds of what it stands in, outermost first: `steps/note/`. */
  around: string;
  /** Level of a heading. */
  depth: number | undefined;
  /** What a reader reads of it, on one line; of code, the code. */
  text: string;
  /** What stands in it the same in every language: code, numbers, addresses of links and pictures. In its order. */
  facts: readonly string[];
  /** Label of the footnote it stands in. */
  footnote: string | undefined;
  /** The language for which alone it is meant, as a comment before it says: `<!-- only: ko -->`. */
  only: string | undefined;
  /** The name under which it and its counterpart are pinned to each other: `<!-- pair: name -->`. */
  pair: string | undefined;
}

/** A block and the node of the tree that it is. */
export interface BlockNode {
  node: RootContent;
  block: Block;
}

/**
 * The blocks of a text in reading order: headings, paragraphs (those of list items, quotes, callouts and footnotes too),
 * tables, code and figures. Breaks, comments and link definitions are not blocks.
 */
export function listBlocks(tree: Root): Block[] {
  return listBlockNodes(tree).map(({ block }) => block);
}

/** The blocks of a text, each with its node. */
export function listBlockNodes(tree: Root): BlockNode[] {
  return blocksIn(tree.children, { around: '', footnote: undefined, only: undefined, pair: undefined });
}

/** What is known of blocks by what stands around and before them. */
type Surroundings = Pick<Block, 'around' | 'footnote' | 'only' | 'pair'>;

function blocksIn(nodes: readonly RootContent[], outer: Surroundings): BlockNode[] {
  const found: BlockNode[] = [];
  let said: Said = {};
  for (const node of nodes) {
    const comment = node.type === 'html' ? readComment(node.value) : undefined;
    if (comment !== undefined) said = { ...said, ...comment };
    else {
      found.push(...blocksOf(node, { ...outer, ...said }));
      said = {};
    }
  }
  return found;
}

function blocksOf(node: RootContent, surroundings: Surroundings): BlockNode[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'code':
    case 'html':
      return [toBlock(node, node.type, surroundings)];
    case 'leafDirective':
      return [toBlock(node, 'figure', surroundings)];
    case 'footnoteDefinition':
      return blocksIn(node.children, { ...within(node, surroundings), footnote: node.identifier });
    case 'blockquote':
    case 'containerDirective':
    case 'list':
    case 'listItem':
      return blocksIn(node.children, within(node, surroundings));
    default:
      return [];
  }
}

function within(node: Container, surroundings: Surroundings): Surroundings {
  return { ...surroundings, around: surroundings.around + containerKind(node) };
}

type Container = Blockquote | ContainerDirective | FootnoteDefinition | List | ListItem;

/** What a container tells of what is in it: a warning, a step, a thing done. What is no container tells nothing. */
export function containerKind(node: Nodes): string {
  switch (node.type) {
    case 'containerDirective':
      return `${node.name}/`;
    case 'list':
      return node.ordered === true ? 'steps/' : 'list/';
    case 'listItem':
      return typeof node.checked === 'boolean' ? `${node.checked ? 'done' : 'open'}/` : '';
    case 'blockquote':
    case 'footnoteDefinition':
      return `${node.type}/`;
    default:
      return '';
  }
}

function toBlock(node: RootContent, type: Block['type'], surroundings: Surroundings): BlockNode {
  const text = 'children' in node ? toString(node, { includeHtml: false }) : toString(node);
  const block: Block = {
    type,
    ...surroundings,
    digest: shortDigest(surroundings.around + canonical(node)),
    depth: node.type === 'heading' ? Math.max(2, node.depth) : undefined,
    text: type === 'code' ? text : text.replace(/\s+/g, ' ').trim(),
    facts: factsOf(node),
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  };
  return { node, block };
}

/**
 * What a node says, as text that two nodes share exactly when a reader would read the same: its kind, words, addresses and
 * mark-up, white space folded and Unicode in NFC.
 */
function canonical(node: Nodes): string {
  const facts = Object.entries(node)
    .filter(([name, value]) => telling.has(name) && value != null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${foldSpace(inAnyOrder(name, value), node.type === 'code')}`);
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

/** What a directive is given, in whatever order it is written; its id is where links find it, not what it says. */
function inAnyOrder(name: string, value: unknown): unknown {
  if (name !== 'attributes' || typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([key]) => key !== 'id');
  return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

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
