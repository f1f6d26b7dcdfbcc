import { h, type ComponentChild } from 'preact';
import type { StageWords } from '../words.ts';

/** What a reader does with a state as a whole. */
export interface Actions {
  reset: () => void;
  /** Nothing where no address can name the figure. */
  copyLink: (() => Promise<void>) | undefined;
}

/** The way back to what the text shows, and the link to what the reader has found. */
export function drawActions({
  words,
  notice,
  acts,
}: {
  words: StageWords;
  notice: string;
  acts: Actions;
}): ComponentChild {
  const { reset, copyLink } = acts;
  return h(
    'div',
    { class: 'figure-actions' },
    h('button', { type: 'button', onClick: reset }, words.reset),
    copyLink && h('button', { type: 'button', onClick: () => void copyLink() }, words.copyLink),
    h('span', { role: 'status' }, notice || undefined),
  );
}
