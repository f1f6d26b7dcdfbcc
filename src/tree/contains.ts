import type { Nodes } from 'mdast';

/** Returns whether a predicate holds for a node or for one within it. */
export function contains(node: Nodes, predicate: (node: Nodes) => boolean): boolean {
  return predicate(node) || ('children' in node && node.children.some((child) => contains(child, predicate)));
}
