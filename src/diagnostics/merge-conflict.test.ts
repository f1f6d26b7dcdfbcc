import { expect, test } from 'vitest';
import { findMergeConflicts } from './merge-conflict.ts';

test.each([
  ['a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n', [2]],
  ['<<<<<<< HEAD\nb\n||||||| base\n=======\nc\n>>>>>>> other\n<<<<<<< HEAD\n=======\n>>>>>>> x', [1, 7]],
  ['<<<<<<< HEAD\nb', [1]],
  ['b\n>>>>>>> other', [2]],
  ['a\n=======\nb', []],
  [' <<<<<<< HEAD\n<<<<<<<\n<<<<<<<< x\n>>>>>>>\n>>>>>> x', []],
])('%j has conflicts in the lines %j', (text, lines) => {
  expect(findMergeConflicts(text).map(({ line }) => line)).toEqual(lines);
});
