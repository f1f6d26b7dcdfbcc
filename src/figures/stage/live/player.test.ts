import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import words from '../words/en.ts';
import { drawPlayer } from './player.ts';

const noModifiers = { altKey: false, ctrlKey: false, metaKey: false, repeat: false };

/** Presses a key on an element of the player, and returns whether playback was toggled. */
function press(code: string, tagName: string, keys = noModifiers): boolean {
  let isToggled = false;
  const doNothing = (): void => undefined;
  const toggle = (): void => {
    isToggled = true;
  };
  const { props } = drawPlayer({
    at: 0,
    last: 10,
    position: '0 s',
    longest: '10 s',
    isPlaying: false,
    words,
    actions: { toggle, step: doNothing, rewind: doNothing, seek: doNothing },
  }) as VNode<{ onKeyDown: (event: unknown) => void }>;
  let isDefaultPrevented = false;
  const preventDefault = (): void => {
    isDefaultPrevented = true;
  };
  props.onKeyDown({ ...keys, code, target: { tagName }, preventDefault });
  // The key must not do anything else once it has toggled playback.
  expect(isDefaultPrevented).toBe(isToggled);
  return isToggled;
}

test.each([
  ['KeyK', 'BUTTON'],
  ['KeyK', 'INPUT'],
  // Space does nothing by itself on a slider.
  ['Space', 'INPUT'],
])('%s on %s toggles playback', (code, tagName) => {
  expect(press(code, tagName)).toBe(true);
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
])('%s on %s does not toggle playback, with %o', (code, tagName, keys) => {
  expect(press(code, tagName, keys)).toBe(false);
});
