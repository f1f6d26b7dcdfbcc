import { expect, test } from 'vitest';
import { asksToPlay } from './player.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, repeat: false };
const on = (tagName: string): EventTarget => ({ tagName }) as unknown as EventTarget;

test.each([
  ['KeyK', 'BUTTON'],
  ['KeyK', 'INPUT'],
  // On a slider it does nothing of its own.
  ['Space', 'INPUT'],
])('%s asks to play or pause on %s', (code, tagName) => {
  expect(asksToPlay({ ...none, code, target: on(tagName) })).toBe(true);
});

test.each([
  // It presses the button.
  ['Space', 'BUTTON', none],
  ['ArrowRight', 'INPUT', none],
  ['KeyJ', 'INPUT', none],
  // Search is asked for by these.
  ['KeyK', 'BUTTON', { ...none, ctrlKey: true }],
  ['KeyK', 'INPUT', { ...none, metaKey: true }],
  // Held down, it would play and pause by turns.
  ['KeyK', 'BUTTON', { ...none, repeat: true }],
] as const)('%s on %s is left to others, with %o', (code, tagName, keys) => {
  expect(asksToPlay({ ...keys, code, target: on(tagName) })).toBe(false);
});
