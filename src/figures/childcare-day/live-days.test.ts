import { expect, test } from 'vitest';
import { moveByKey } from './live-days.ts';

test.each([
  ['ArrowDown', 1005],
  ['ArrowRight', 1005],
  ['ArrowUp', 975],
  ['ArrowLeft', 975],
  ['PageDown', 1050],
  ['PageUp', 930],
  ['Home', 360],
  ['End', 1440],
  ['Tab', undefined],
  ['a', undefined],
])('%s moves a pick-up at 16:30 to minute %s', (key, minute) => {
  expect(moveByKey(990, key)).toBe(minute);
});
