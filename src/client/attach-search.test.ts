import { describe, expect, test } from 'vitest';
import { isSearchShortcut } from './attach-search.ts';

const base = {
  code: '',
  key: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
};

/** Presses a key on a page or in one of its text fields, and returns whether it opens search. */
function press(init: Partial<KeyboardEvent>, isInField = false): boolean {
  const target = { closest: () => (isInField ? {} : null) };
  return isSearchShortcut({ ...base, target, ...init } as unknown as KeyboardEvent);
}

describe('Search opens', () => {
  test.each<[string, Partial<KeyboardEvent>]>([
    ['by ⌘K', { code: 'KeyK', key: 'k', metaKey: true }],
    ['by Ctrl K', { code: 'KeyK', key: 'k', ctrlKey: true }],
    ['by /', { code: 'Slash', key: '/' }],
    ['⌘와 ㅏ로, 자판이 한글일 때', { code: 'KeyK', key: 'ㅏ', metaKey: true }],
    ['by Ctrl and a key that an input method is processing', { code: 'KeyK', key: 'Process', ctrlKey: true }],
  ])('%s', (_, key) => {
    expect(press(key)).toBe(true);
  });
});

describe('Search does not open', () => {
  test.each<[string, Partial<KeyboardEvent>]>([
    ['by K alone', { code: 'KeyK', key: 'k' }],
    ['by Ctrl Shift K, which opens a browser’s console', { code: 'KeyK', ctrlKey: true, shiftKey: true }],
    ['by Ctrl ⌘ K', { code: 'KeyK', ctrlKey: true, metaKey: true }],
    ['by Alt K', { code: 'KeyK', altKey: true, ctrlKey: true }],
    ['by ?', { code: 'Slash', key: '?', shiftKey: true }],
    ['by Ctrl /', { code: 'Slash', ctrlKey: true }],
    ['by ⌘ /', { code: 'Slash', metaKey: true }],
    ['by / while a syllable is composed', { code: 'Slash', isComposing: true }],
    ['by any other key', { code: 'KeyA', key: 'a', ctrlKey: true }],
  ])('%s', (_, key) => {
    expect(press(key)).toBe(false);
  });

  test('in a text field, which handles these keys itself', () => {
    expect(press({ code: 'Slash', key: '/' }, true)).toBe(false);
    expect(press({ code: 'KeyK', ctrlKey: true }, true)).toBe(false);
  });
});
