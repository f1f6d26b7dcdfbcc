import { expect, test } from 'vitest';
import { isToggleKey } from './player.ts';

const noModifiers = { altKey: false, ctrlKey: false, metaKey: false, repeat: false };
const element = (tagName: string): EventTarget => ({ tagName }) as unknown as EventTarget;

test.each([
  ['KeyK', 'BUTTON'],
  ['KeyK', 'INPUT'],
  // Space does nothing by itself on a slider.
  ['Space', 'INPUT'],
])('%s on %s toggles playback', (code, tagName) => {
  expect(isToggleKey({ ...noModifiers, code, target: element(tagName) })).toBe(true);
});

test.each([
  // Space presses the button.
  ['Space', 'BUTTON', noModifiers],
  ['ArrowRight', 'INPUT', noModifiers],
  ['KeyJ', 'INPUT', noModifiers],
  // Ctrl+K and Cmd+K open search.
  ['KeyK', 'BUTTON', { ...noModifiers, ctrlKey: true }],
  ['KeyK', 'INPUT', { ...noModifiers, metaKey: true }],
  // Key repeat would toggle again and again.
  ['KeyK', 'BUTTON', { ...noModifiers, repeat: true }],
] as const)('%s on %s does not toggle playback, with %o', (code, tagName, keys) => {
  expect(isToggleKey({ ...keys, code, target: element(tagName) })).toBe(false);
});
