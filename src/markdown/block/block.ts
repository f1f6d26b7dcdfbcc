import type {
  Blockquote,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  Nodes,
  Root,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { contains, visit } from '../../tree/index.ts';
import type { Place } from '../../diagnostics/index.ts';
import { shortDigest } from '../../model/index.ts';
import { toPlainText } from '../math/mathml.ts';
import { joinCjkLines } from '../text-flow/line-breaks.ts';
import { readComment, type BlockComment } from './comments.ts';
import { factsOf } from './facts.ts';

/** A unit of a text that is translated in one piece: a heading, a paragraph, a table and so on. */
export interface Block extends Place {
  type: 'heading' | 'paragraph' | 'table' | 'code' | 'math' | 'html' | 'figure';
  /** Digest of the words, markup and containers of the block. Ignores line breaks. */
  digest: string;
  /** Kinds of the containers around the block, outermost first: `steps/note/`. */
  containers: string;
  /** Level of a heading, at least 2. */
  depth: number | undefined;
  /** Text of the block on one line; code and formulas keep their line breaks. */
  text: string;
  /**
   * The text with links by name as written, if there are some that have the title of their target as their words: `\0[[name]]\0`, as
   * Markdown cannot contain the character 0.
   */
  label?: string;
  /** The parts that are the same in every language (code, formulas, numbers, addresses of links and images), in order. */
  facts: readonly string[];
  /** Label of the footnote that contains the block. */
  footnote: string | undefined;
  /** The only language that the block is meant for, from the comment before it: `<!-- only: ko -->`. */
  only: string | undefined;
  /** Name that pairs the block with its counterpart, from the comment before it: `<!-- pair: name -->`. */
  pair: string | undefined;
}

/** A block and its node in the tree. */
export interface BlockNode {
  node: RootContent;
  block: Block;
}

/** Returns the blocks of a text, see {@link findBlocks}. */
export function listBlockNodes(tree: Root): BlockNode[] {
  return findBlocks(tree).map(toBlock);
}

/** The node of a block, with what its other properties are derived from. */
interface FoundBlock {
  node: RootContent;
  type: Block['type'];
  context: Context;
}

/**
 * Finds the blocks of a text in reading order: headings, paragraphs (including those of list items, quotes, callouts and
 * footnotes), tables, code, formulas, raw HTML and figures. Thematic breaks, comments and link definitions are not blocks.
 */
export function findBlocks(tree: Root): FoundBlock[] {
  return blocksIn(tree.children, { containers: '', footnote: undefined, only: undefined, pair: undefined });
}

/** The properties of a block that depend on its containers and the comments before it. */
type Context = Pick<Block, 'containers' | 'footnote' | 'only' | 'pair'>;

function blocksIn(nodes: readonly RootContent[], outer: Context): FoundBlock[] {
  const found: FoundBlock[] = [];
  let comments: BlockComment = {};
  for (const node of nodes) {
    const comment = node.type === 'html' ? readComment(node.value) : undefined;
    if (comment !== undefined) comments = { ...comments, ...comment };
    else {
      found.push(...blocksOf(node, { ...outer, ...comments }));
      comments = {};
    }
  }
  return found;
}

function blocksOf(node: RootContent, context: Context): FoundBlock[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'code':
    case 'math':
    case 'html':
      return [{ node, type: node.type, context }];
    case 'leafDirective':
      return [{ node, type: 'figure', context }];
    case 'footnoteDefinition':
      return blocksIn(node.children, { ...within(node, context), footnote: node.identifier });
    case 'blockquote':
    case 'containerDirective':
    case 'list':
    case 'listItem':
      return blocksIn(node.children, within(node, context));
    default:
      return [];
  }
}

function within(node: Container, context: Context): Context {
  return { ...context, containers: context.containers + containerKind(node) };
}

type Container = Blockquote | ContainerDirective | FootnoteDefinition | List | ListItem;

/** Returns the kind of a container, with a slash: `note/`, `steps/`, `done/`. Empty for other nodes. */
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

function toBlock({ node, type, context }: FoundBlock): BlockNode {
  const readable = node.type === 'heading' ? withPlainFormulas(node) : node;
  const label = contains(node, isNamedOnly) ? { label: toLine(textOf(withWrittenNames(readable))) } : {};
  const block: Block = {
    type,
    ...context,
    digest: shortDigest(context.containers + canonical(node)),
    depth: node.type === 'heading' ? Math.max(2, node.depth) : undefined,
    text: type === 'code' || type === 'math' ? textOf(readable) : toLine(textOf(readable)),
    ...label,
    facts: factsOf(node),
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  };
  return { node, block };
}

function textOf(node: RootContent): string {
  return 'children' in node ? toString(node, { includeHtml: false }) : toString(node);
}

function toLine(text: string): string {
  return joinCjkLines(text).replace(/\s+/g, ' ').trim();
}

/** Returns whether a node is a link by name without words of its own. */
function isNamedOnly(node: Nodes): boolean {
  return node.type === 'link' && node.data?.wikilink !== undefined && node.data.wikilink.words === undefined;
}

/** Returns a copy of a block in which links by name without words have the link as written as their words, between two characters 0. */
function withWrittenNames(block: RootContent): RootContent {
  const copy = structuredClone(block);
  visit(copy, 'link', (link) => {
    if (isNamedOnly(link)) link.children = [{ type: 'text', value: `\0${link.url}\0` }];
  });
  return copy;
}

/** Returns a heading with its formulas as plain text, for tables of contents. */
function withPlainFormulas(heading: Heading): Heading {
  if (!contains(heading, ({ type }) => type === 'inlineMath')) return heading;
  const copy = structuredClone(heading);
  visit(copy, 'inlineMath', (formula) => {
    formula.value = toPlainText(formula.value);
  });
  return copy;
}

/**
 * Serializes what readers see of a node: its type, words, addresses and markup, with white space collapsed and Unicode in
 * NFC. Two nodes that read the same have the same serialization.
 */
function canonical(node: Nodes): string {
  const facts = Object.entries(node)
    .filter(([name, value]) => significant.has(name) && value != null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${collapseSpace(sortAttributes(name, value), node.type === 'code')}`);
  const children = 'children' in node ? mergeText(node.children).map(canonical).join('') : '';
  return `(${[node.type, ...facts].join(' ')}${children})`;
}

/** Properties of nodes that readers see, in contrast to positions and the data of plugins. */
const significant = new Set([
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
  'isDisplay',
]);

/** Sorts the attributes of a directive, as their order makes no difference, and drops its id, which readers don't see. */
function sortAttributes(name: string, value: unknown): unknown {
  if (name !== 'attributes' || typeof value !== 'object' || value === null) return value;
  const attributes = Object.entries(value).filter(([key]) => key !== 'id');
  return Object.fromEntries(attributes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function collapseSpace(value: unknown, isVerbatim: boolean): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).normalize('NFC');
  return JSON.stringify(isVerbatim ? text : text.replace(/\s+/g, ' '));
}

/** Merges adjacent text nodes: parsers split them at special characters, which makes no difference to readers. */
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
