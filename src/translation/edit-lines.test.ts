import { expect, test } from 'vitest';
import { editLines } from './edit-lines.ts';

test.each<[string, string, Parameters<typeof editLines>[1], string]>([
  ['between', 'a\nb\n', [{ line: 2, remove: 0, insert: ['x', 'y'] }], 'a\nx\ny\nb\n'],
  ['at the end', 'a\nb', [{ line: 3, remove: 0, insert: ['x'] }], 'a\nb\nx\n'],
  [
    'with the line ending of the others',
    'a\r\nb\r\n',
    [{ line: 2, remove: 0, insert: ['x'] }],
    'a\r\nx\r\nb\r\n',
  ],
  ['in place of one', 'a\nb\nc\n', [{ line: 2, remove: 1, insert: ['x'] }], 'a\nx\nc\n'],
  [
    'twice at one place, in order',
    'a\nb',
    [
      { line: 2, remove: 0, insert: ['x'] },
      { line: 2, remove: 0, insert: ['y'] },
    ],
    'a\nx\ny\nb',
  ],
  ['into an empty text', '', [{ line: 1, remove: 0, insert: ['x'] }], 'x\n'],
  ['nowhere, which changes nothing', '\uFEFFa\r\n\rb\n', [], '\uFEFFa\r\n\rb\n'],
])('lines are inserted %s', (_, text, edits, expected) => {
  expect(editLines(text, edits)).toBe(expected);
});
