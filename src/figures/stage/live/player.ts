import { h, type ComponentChild, type TargetedKeyboardEvent } from 'preact';
import type { StageWords } from '../words.ts';
import { drawIcon, type IconName } from './icon.ts';

/** What a reader does with a figure that plays. */
export interface PlayerActs {
  toggle: () => void;
  step: (direction: 1 | -1) => void;
  rewind: () => void;
  seek: (at: number) => void;
}

interface Player {
  at: number;
  last: number;
  /** Where that is, in words. */
  moment: string;
  /** The same at the end, which takes the most room. */
  longest: string;
  isPlaying: boolean;
  words: StageWords;
  acts: PlayerActs;
}

/** What a figure is played with: from the start, back, on by itself, on by one, and anywhere. */
export function drawPlayer({ at, last, moment, longest, isPlaying, words, acts }: Player): ComponentChild {
  const isAtStart = at <= 0;
  return h(
    'div',
    {
      class: 'figure-player',
      role: 'group',
      'aria-label': words.player,
      onKeyDown: (event: TargetedKeyboardEvent<HTMLDivElement>) => {
        if (!asksToPlay(event)) return;
        event.preventDefault();
        acts.toggle();
      },
    },
    drawButton({ icon: 'rewind', title: words.rewind, isIdle: isAtStart, act: acts.rewind }),
    drawButton({
      icon: 'back',
      title: words.stepBack,
      isIdle: isAtStart,
      act: () => {
        acts.step(-1);
      },
    }),
    h(
      'button',
      { type: 'button', class: 'figure-play', onClick: acts.toggle },
      drawIcon(isPlaying ? 'pause' : 'play'),
      isPlaying ? words.pause : words.play,
    ),
    drawButton({
      icon: 'next',
      title: words.stepOn,
      isIdle: at >= last,
      act: () => {
        acts.step(1);
      },
    }),
    h('input', {
      type: 'range',
      min: 0,
      max: last,
      step: 1,
      value: at,
      'aria-label': words.position,
      'aria-valuetext': moment,
      onInput: ({ currentTarget }) => {
        acts.seek(currentTarget.valueAsNumber);
      },
    }),
    h('span', { class: 'figure-progress', 'aria-hidden': true, 'data-longest': longest }, moment),
  );
}

/**
 * Whether a key asks to play or pause: K as in other players, by its place on the keyboard, since a Korean layout writes another
 * letter there; and the space bar, where it does nothing of its own.
 */
export function asksToPlay(
  event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat' | 'target'>,
): boolean {
  const { code, altKey, ctrlKey, metaKey, repeat, target } = event;
  if (altKey || ctrlKey || metaKey || repeat) return false;
  return code === 'KeyK' || (code === 'Space' && (target as Element).tagName === 'INPUT');
}

interface Button {
  icon: IconName;
  /** Its name, as a tip too. An `aria-label` besides would have it told twice. */
  title: string;
  /** Whether it has nothing to do now. It can still be reached: who has come to an end by keyboard stays where they are. */
  isIdle: boolean;
  act: () => void;
}

function drawButton({ icon, title, isIdle, act }: Button): ComponentChild {
  return h('button', { type: 'button', title, 'aria-disabled': isIdle, onClick: act }, drawIcon(icon));
}
