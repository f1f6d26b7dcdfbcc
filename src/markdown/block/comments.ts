import type { Html, Nodes, Parents, Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { placeAfter, type Place } from '../../diagnostics/index.ts';

/** The properties that comments before a block set. */
export interface BlockComment {
  only?: string;
  pair?: string;
}

/**
 * Parses HTML that consists of comments, or returns `undefined` for other HTML. `<!-- only: ko -->` marks the next block as
 * meant for one language, `<!-- pair: name -->` pairs it with the block of the same name in another language. Other comments
 * add nothing.
 */
export function readComment(html: string): BlockComment | undefined {
  if (html.replace(comments, '').trim() !== '') return undefined;
  const found: BlockComment = {};
  for (const [, text = ''] of html.matchAll(comments)) {
    const [, key, value] = /^\s*(only|pair):\s*(\S+)\s*$/.exec(text) ?? [];
    if (value !== undefined) found[key as keyof BlockComment] = value;
  }
  return found;
}

/** A comment, up to the first `-->` or else the end, as in CommonMark. */
const comments = /<!--([\s\S]*?)(?:-->|$)/g;

const commentKeys = ['only', 'pair', 'anchor', 'translate', 'revisit', 'added'] as const;

/**
 * A comment addressed to Narani: about the next block (`only`, `pair`, `anchor`), or a note to the translator: about
 * something that was never translated (`translate`), or that the source has changed (`revisit`) or added (`added`) since.
 */
export interface Comment extends Place {
  key: (typeof commentKeys)[number];
  value: string;
  /** Whether the comment is directly before a block, where `only`, `pair` and `anchor` have an effect. */
  isBeforeBlock: boolean;
}

/** Returns the comments of a text that are addressed to Narani, in order. */
export function listComments(tree: Root): Comment[] {
  const found: Comment[] = [];
  visit(tree, 'html', (node, index, parent) => {
    const isBeforeBlock = readComment(node.value) !== undefined && isFollowed(parent, index);
    for (const { 0: whole, index: offset } of node.value.matchAll(comments)) {
      const comment = parseComment(whole);
      if (comment !== undefined) found.push({ ...comment, ...placeIn(node, offset), isBeforeBlock });
    }
  });
  return found;
}

/** Returns whether a text may have comments that are addressed to Narani: cheaper than to parse it. */
export function mayHaveComments(markdown: string): boolean {
  return commentKeys.some((key) => new RegExp(`<!--\\s*${key}:`).test(markdown));
}

/** Returns the comments in HTML, each with its delimiters. */
export function splitComments(html: string): string[] {
  return Array.from(html.matchAll(comments), ([comment]) => comment);
}

/** Parses one comment, or returns `undefined` if it is not addressed to Narani. */
export function parseComment(comment: string): Pick<Comment, 'key' | 'value'> | undefined {
  const text = comment.replace(/^<!--/, '').replace(/-->$/, '').trim();
  const key = commentKeys.find((each) => text.startsWith(`${each}:`));
  return key === undefined ? undefined : { key, value: text.slice(key.length + 1).trim() };
}

/** Returns whether the next sibling that is not a comment is a block. */
function isFollowed(parent: Parents | undefined, index: number | undefined): boolean {
  if (parent === undefined || index === undefined || !isBlockContainer(parent)) return false;
  const next = parent.children.slice(index + 1).find((node) => !isComment(node));
  return next !== undefined && next.type !== 'definition' && next.type !== 'thematicBreak';
}

/** Returns whether the children of a node are blocks, so that raw HTML in it is a block, too. */
export function isBlockContainer({ type }: Nodes): boolean {
  return blockContainers.has(type);
}

const blockContainers = new Set([
  'root',
  'blockquote',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
]);

/** Returns whether a node consists of comments. */
export function isComment(node: Nodes): node is Html {
  return node.type === 'html' && readComment(node.value) !== undefined;
}

function placeIn({ value, position }: Html, offset: number): Place {
  return placeAfter(position?.start ?? { line: 1, column: 1 }, value.slice(0, offset));
}
