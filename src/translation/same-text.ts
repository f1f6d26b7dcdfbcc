import type { Nodes, Root } from 'mdast';
import { isComment } from '../markdown/index.ts';

/** A Markdown text and its tree. */
interface ParsedText {
  body: string;
  tree: Root;
}

/** Returns whether two texts differ only in comments between blocks: all blocks are identical and in the same containers. */
export function isSameText(one: ParsedText, other: ParsedText): boolean {
  return JSON.stringify(frameOf(one.tree, one.body)) === JSON.stringify(frameOf(other.tree, other.body));
}

type Frame = (string | number | boolean | null | undefined | Frame)[];

function frameOf(node: Nodes, body: string): Frame {
  switch (node.type) {
    case 'list': {
      // A blank line anywhere in a list makes the whole list loose, which changes its rendering.
      const isLoose = node.spread === true || node.children.some(({ spread }) => spread === true);
      return [node.type, node.ordered, node.start, isLoose, framesOf(node.children, body)];
    }
    case 'listItem':
      return [node.type, node.checked, framesOf(node.children, body)];
    case 'containerDirective':
      return [node.type, node.name, JSON.stringify(node.attributes), framesOf(node.children, body)];
    case 'footnoteDefinition':
      return [node.type, node.identifier, framesOf(node.children, body)];
    case 'root':
    case 'blockquote':
      return [node.type, framesOf(node.children, body)];
    default:
      return [node.type, body.slice(node.position?.start.offset, node.position?.end.offset)];
  }
}

function framesOf(nodes: readonly Nodes[], body: string): Frame {
  return nodes.filter((node) => !isComment(node)).map((node) => frameOf(node, body));
}
