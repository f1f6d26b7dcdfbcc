import { expect, test } from 'vitest';
import { keyToAction, type Key, type KeyAction } from './keys.ts';

const base: Key = {
  code: '',
  key: '',
  keyCode: 0,
  isComposing: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
};

test.each<[string, Partial<Key>, KeyAction | undefined]>([
  ['ArrowDown', { key: 'ArrowDown' }, 'next'],
  ['ArrowUp', { key: 'ArrowUp' }, 'previous'],
  ['Enter', { key: 'Enter', keyCode: 13 }, 'open'],
  ['Ctrl Enter, which opens a new tab', { key: 'Enter', ctrlKey: true }, 'open'],
  ['Escape', { key: 'Escape' }, 'close'],
  ['Ctrl K again', { code: 'KeyK', key: 'ㅏ', ctrlKey: true }, 'select'],
  ['Home, which moves the cursor', { key: 'Home' }, undefined],
  ['Shift ArrowDown, which selects', { key: 'ArrowDown', shiftKey: true }, undefined],
  ['a letter', { code: 'KeyA', key: 'a' }, undefined],
  ['한글을 조합하는 중의 Enter', { key: 'Enter', isComposing: true }, undefined],
  ['조합을 끝낸 뒤 사파리가 알리는 Enter', { key: 'Enter', keyCode: 229 }, undefined],
  ['조합을 끝내는 Escape', { key: 'Escape', keyCode: 229 }, undefined],
  ['조합하는 중의 아래 화살표', { key: 'ArrowDown', isComposing: true }, undefined],
])('%s', (_, key, meaning) => {
  expect(keyToAction({ ...base, ...key })).toBe(meaning);
});
