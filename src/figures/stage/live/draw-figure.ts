import type { Element } from 'hast';
import { h, type ComponentChild, type TargetedToggleEvent } from 'preact';
import { drawScrollable } from '../table.ts';
import type { StageWords } from '../words.ts';
import type { FigureContext, LiveFigure } from './live-figure.ts';
import { drawPlayer, type PlayerActions } from './player.ts';
import { seek } from './scene.ts';
import { toPreact } from './to-preact.ts';

/** State of an interactive figure’s view that is not part of the figure’s own state. */
export interface ViewState {
  /** Text of the live region: the description of the state that was last announced. */
  announcement: string;
  /** Result of the last “Copy link”. */
  notice: string;
  isTableOpen: boolean;
  isPrinting: boolean;
}

interface View<State, Words> extends ViewState {
  figure: LiveFigure<State, Words>;
  state: State;
  context: FigureContext<State, Words>;
  actions: PlayerActions & FigureActions & { toggleTable: (isOpen: boolean) => void };
}

interface FigureActions {
  reset: () => void;
  /** Copies a link to the state. `undefined` for a figure without an id, which no URL fragment can name. */
  copyLink: (() => Promise<void>) | undefined;
}

/**
 * Draws an interactive figure: the picture, everything that changes it, its description, and what readers unfold. Controls are close
 * to the picture, so that both are on one screen.
 */
export function drawFigure<State, Words>(view: View<State, Words>): ComponentChild {
  const { figure, state, context, announcement, notice, isTableOpen, isPrinting, actions } = view;
  const { words, stageWords } = context;
  return [
    h('div', { class: 'figure-picture' }, figure.picture(state, context)),
    h(
      'div',
      { class: 'figure-controls', role: 'group', 'aria-label': stageWords.settings },
      figure.controls(state, context),
    ),
    drawPlayback(view),
    h('p', { class: 'figure-description' }, figure.describe(state, words)),
    // The live region is a separate element because the visible description changes with every frame.
    // Preact would rewrite an empty string on each render, so pass `undefined` instead.
    h('p', { class: 'visually-hidden', role: 'status' }, announcement || undefined),
    h('div', { class: 'figure-panels' }, figure.panels(state, context)),
    drawDataTable({
      words: stageWords,
      isOpen: isTableOpen,
      isPrinting,
      toggle: actions.toggleTable,
      table: () => figure.table(state, words),
    }),
    drawActions({ words: stageWords, notice, actions }),
  ];
}

/** Draws the playback buttons of a figure that has any. */
function drawPlayback<State, Words>({ figure, state, context, actions }: View<State, Words>): ComponentChild {
  if (figure.time === undefined) return undefined;
  const { time, formatPosition } = figure;
  const { words, stageWords, isPlaying } = context;
  const progress = time.progress(state);
  const position = formatPosition(state, words);
  const longest = formatPosition(seek(time, state, progress.last), words);
  return drawPlayer({ ...progress, position, longest, isPlaying, words: stageWords, actions });
}

interface DataTable {
  words: StageWords;
  isOpen: boolean;
  /** Whether the page is being printed: the table appears on paper even if it is closed. */
  isPrinting: boolean;
  toggle: (isOpen: boolean) => void;
  /** Draws the table; called only if it shows. */
  table: () => Element;
}

/** Draws the disclosure with the data table. */
function drawDataTable({ words, isOpen, isPrinting, toggle, table }: DataTable): ComponentChild {
  return h(
    'details',
    {
      class: 'figure-data',
      open: isOpen,
      onToggle: ({ currentTarget }: TargetedToggleEvent<HTMLDetailsElement>) => {
        if (currentTarget.open !== isOpen) toggle(currentTarget.open);
      },
    },
    h('summary', {}, words.data),
    (isOpen || isPrinting) && toPreact(drawScrollable(table(), words.data)),
  );
}

/** Draws the buttons “Reset” and “Copy link”, and the result of copying. */
function drawActions({
  words,
  notice,
  actions: { reset, copyLink },
}: {
  words: StageWords;
  notice: string;
  actions: FigureActions;
}): ComponentChild {
  return h(
    'div',
    { class: 'figure-actions' },
    h('button', { type: 'button', onClick: reset }, words.reset),
    copyLink && h('button', { type: 'button', onClick: () => void copyLink() }, words.copyLink),
    h('span', { role: 'status' }, notice || undefined),
  );
}
