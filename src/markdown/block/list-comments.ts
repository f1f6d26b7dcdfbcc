import type { Html, Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '../../diagnostics/index.ts';
import { readComment } from './comment.ts';

const commentKeys = ['only', 'pair', 'translate', 'revisit'] as const;

/**
 * A comment that says something to Narani: of the block after it (`only`, `pair`), or to the translator that there is
 * something to write (`translate`) or to look at again (`revisit`).
 */
export interface Comment extends Place {
  key: (typeof commentKeys)[number];
  value: string;
  /** Whether it stands before a block of its own, where what it says of one counts. */
  isBeforeBlock: boolean;
}

/** All such comments of a text, in its order. */
export function listComments(tree: Root): Comment[] {
  const found: Comment[] = [];
  visit(tree, 'html', (node, index, parent) => {
    const isBeforeBlock = readComment(node.value) !== undefined && isFollowed(parent, index);
    for (const { 0: whole, index: offset } of node.value.matchAll(/<!--[\s\S]*?(?:-->|$)/g)) {
      const said = parseComment(whole);
      if (said !== undefined) found.push({ ...said, ...placeIn(node, offset), isBeforeBlock });
    }
  });
  return found;
}

/** What one comment says, if it says something to Narani. */
export function parseComment(comment: string): Pick<Comment, 'key' | 'value'> | undefined {
  const text = comment.replace(/^<!--/, '').replace(/-->$/, '').trim();
  const key = commentKeys.find((each) => text.startsWith(`${each}:`));
  return key === undefined ? undefined : { key, value: text.slice(key.length + 1).trim() };
}

/** Whether a block comes after a place among blocks; comments and definitions are none. */
function isFollowed(parent: Parents | undefined, index: number | undefined): boolean {
  if (parent === undefined || index === undefined || !flow.has(parent.type)) return false;
  const next = parent.children.slice(index + 1).find((node) => !isComment(node));
  return next !== undefined && next.type !== 'definition' && next.type !== 'thematicBreak';
}

const flow = new Set(['root', 'blockquote', 'listItem', 'containerDirective', 'footnoteDefinition']);

/** Whether a node is nothing but comments. */
export function isComment(node: Nodes): node is Html {
  return node.type === 'html' && readComment(node.value) !== undefined;
}

function placeIn({ value, position }: Html, offset: number): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  const lines = value.slice(0, offset).split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 };
}
