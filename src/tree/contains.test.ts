import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { contains } from './contains.ts';

test('A tree contains itself and the nodes below, however deep, and no others', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'thematicBreak' },
      { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'text', value: '깊다' }] }] },
    ],
  };
  expect(contains(tree, ({ type }) => type === 'root')).toBe(true);
  expect(contains(tree, (node) => node.type === 'text' && node.value === '깊다')).toBe(true);
  expect(contains(tree, ({ type }) => type === 'html')).toBe(false);
});
