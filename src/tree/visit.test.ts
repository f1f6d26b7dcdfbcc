import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { SKIP as unistSkip, visit as unistVisit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { SKIP, visit } from './index.ts';

interface TestNode extends Parent {
  type: string;
  id: number;
  children: TestNode[];
}

type TestVisitor = (node: TestNode, index: number | undefined, parent: TestNode | undefined) => unknown;
type TestVisit = (tree: Node, type: string | string[], visitor: TestVisitor) => void;

/** Creates a tree from the depths of its nodes in preorder. */
function treeOf(nodes: readonly { depth: number; type: string }[]): TestNode {
  const path: TestNode[] = [{ type: 'root', id: -1, children: [] }];
  for (const [id, { depth, type }] of nodes.entries()) {
    path.length = Math.min(path.length, depth + 1);
    const node = { type, id, children: [] };
    path.at(-1)?.children.push(node);
    path.push(node);
  }
  return path[0] ?? { type: 'root', id: -1, children: [] };
}

const trees = fc
  .array(fc.record({ depth: fc.nat(4), type: fc.constantFrom('a', 'b', 'c') }), { maxLength: 30 })
  .map((nodes) => () => treeOf(nodes));

/** Returns the visited nodes, each with its index and parent, and the tree afterwards. */
function trace(run: TestVisit, tree: TestNode, type: string | string[], act: TestVisitor): unknown {
  const visited: unknown[] = [];
  run(tree, type, (node, index, parent) => {
    visited.push([node.id, index, parent?.id]);
    return act(node, index, parent);
  });
  return { visited, tree };
}

const types = fc.constantFrom<string | string[]>('a', 'b', ['a', 'c'], ['a', 'b', 'c', 'root']);

test('A walk visits the nodes of a type as unist-util-visit does, and skips the same children', () => {
  const actions = fc.func(fc.constantFrom(undefined, unistSkip, true));
  fc.assert(
    fc.property(trees, types, actions, (create, type, action) => {
      const act = ({ id }: TestNode): unknown => action(id);
      expect(trace(visit as TestVisit, create(), type, act)).toEqual(
        trace(unistVisit as unknown as TestVisit, create(), type, act),
      );
    }),
  );
  expect(SKIP).toBe(unistSkip);
});

test('A walk during which nodes are removed, unwrapped and inserted goes on where unist-util-visit does', () => {
  const kinds = fc.func(fc.constantFrom('keep', 'remove', 'unwrap', 'insert'));
  fc.assert(
    fc.property(trees, types, kinds, (create, type, kindOf) => {
      const act: TestVisitor = (node, index, parent) => {
        if (index === undefined || parent === undefined) return undefined;
        switch (kindOf(node.id)) {
          case 'remove':
            parent.children.splice(index, 1);
            return [unistSkip, index];
          case 'unwrap':
            parent.children.splice(index, 1, ...node.children);
            return index;
          case 'insert':
            parent.children.splice(index, 0, { type: 'inserted', id: 1000 + node.id, children: [] });
            return index + 2;
          default:
            return undefined;
        }
      };
      expect(trace(visit as TestVisit, create(), type, act)).toEqual(
        trace(unistVisit as unknown as TestVisit, create(), type, act),
      );
    }),
  );
});

test('Without a type, a walk visits every node, those without children too', () => {
  const types: string[] = [];
  visit(
    { type: 'root', children: [{ type: 'text' }, { type: 'p', children: [{ type: 'b' }] }] } as Parent,
    (node) => {
      types.push(node.type);
    },
  );
  expect(types).toEqual(['root', 'text', 'p', 'b']);
});
