import { h, type ComponentChild, type TargetedKeyboardEvent } from 'preact';
import type { StageWords } from '../words.ts';

/** Playback actions that a reader can take. */
export interface PlayerActions {
  toggle: () => void;
  step: (direction: 1 | -1) => void;
  rewind: () => void;
  seek: (at: number) => void;
}

interface Player {
  at: number;
  last: number;
  /** The position `at` as text. */
  position: string;
  /** The position `last` as text. It is the widest, so its width is reserved. */
  longest: string;
  isPlaying: boolean;
  words: StageWords;
  actions: PlayerActions;
}

/** Draws the playback controls: rewind, step back, play or pause, step forward, and the seek slider. */
export function drawPlayer({
  at,
  last,
  position,
  longest,
  isPlaying,
  words,
  actions,
}: Player): ComponentChild {
  const isAtStart = at <= 0;
  return h(
    'div',
    {
      class: 'figure-player',
      role: 'group',
      'aria-label': words.player,
      onKeyDown: (event: TargetedKeyboardEvent<HTMLDivElement>) => {
        if (!isToggleKey(event)) return;
        event.preventDefault();
        actions.toggle();
      },
    },
    drawButton({ icon: 'rewind', title: words.rewind, isDisabled: isAtStart, onClick: actions.rewind }),
    drawButton({
      icon: 'back',
      title: words.stepBack,
      isDisabled: isAtStart,
      onClick: () => {
        actions.step(-1);
      },
    }),
    h(
      'button',
      { type: 'button', class: 'figure-play', onClick: actions.toggle },
      drawIcon(isPlaying ? 'pause' : 'play'),
      isPlaying ? words.pause : words.play,
    ),
    drawButton({
      icon: 'next',
      title: words.stepForward,
      isDisabled: at >= last,
      onClick: () => {
        actions.step(1);
      },
    }),
    h('input', {
      type: 'range',
      min: 0,
      max: last,
      step: 1,
      value: at,
      'aria-label': words.position,
      'aria-valuetext': position,
      onInput: ({ currentTarget }) => {
        actions.seek(currentTarget.valueAsNumber);
      },
    }),
    h('span', { class: 'figure-progress', 'aria-hidden': true, 'data-longest': longest }, position),
  );
}

/**
 * Returns whether a key toggles playback: K as in video players, by its physical `code` since a Korean layout types ㅏ there; or
 * Space on the slider, where it does nothing by itself. (On a button, Space presses the button.)
 */
function isToggleKey(
  event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat' | 'target'>,
): boolean {
  const { code, altKey, ctrlKey, metaKey, repeat, target } = event;
  if (altKey || ctrlKey || metaKey || repeat) return false;
  return code === 'KeyK' || (code === 'Space' && (target as Element).tagName === 'INPUT');
}

interface Button {
  icon: IconName;
  /** Accessible name and tooltip. An `aria-label` in addition would make some screen readers announce it twice. */
  title: string;
  /** Set as `aria-disabled`: a `disabled` button would lose the keyboard focus at the end of playback. */
  isDisabled: boolean;
  onClick: () => void;
}

function drawButton({ icon, title, isDisabled, onClick }: Button): ComponentChild {
  return h('button', { type: 'button', title, 'aria-disabled': isDisabled, onClick }, drawIcon(icon));
}

/** Path data of the icons, on a 16 × 16 grid. */
const iconPaths = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 2.5h3v11H4zM9.5 2.5h3v11h-3z',
  rewind: 'M3 3h1.75v10H3zM13.5 3v10L6 8z',
  back: 'M11.5 3v10L4 8z',
  next: 'M4.5 3v10L12 8z',
  stop: 'M3.5 3.5h9v9h-9z',
} as const;

type IconName = keyof typeof iconPaths;

/** Draws an icon in the color of the text. */
export function drawIcon(name: IconName): ComponentChild {
  return h(
    'svg',
    { class: 'figure-icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': true },
    h('path', { d: iconPaths[name] }),
  );
}
