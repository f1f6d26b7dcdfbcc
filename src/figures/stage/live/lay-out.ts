import { h, type ComponentChild } from 'preact';
import { drawActions, type Actions } from './actions.ts';
import { drawDataTable } from './data-table.ts';
import type { LiveFigure, Stage } from './live-figure.ts';
import { drawPlayer, type PlayerActs } from './player.ts';
import { seek } from './scene.ts';

/** What is to be seen and heard of a live figure besides its state. */
export interface Around {
  /** What readers who listen are told of the state. */
  said: string;
  /** What was said last of a link that was copied. */
  notice: string;
  isTableOpen: boolean;
  isPrinted: boolean;
}

/** All that is to be seen of a live figure. */
export interface View<State, Words> extends Around {
  figure: LiveFigure<State, Words>;
  state: State;
  stage: Stage<State, Words>;
  acts: PlayerActs & Actions & { toggleTable: (isOpen: boolean) => void };
}

/** A live figure: its still form, and around that what it is played with. */
export function layOut<State, Words>(view: View<State, Words>): ComponentChild {
  const { figure, state, stage, said, notice, isTableOpen, isPrinted, acts } = view;
  const { words, stageWords, isPlaying } = stage;
  const progress = figure.time.progress(state);
  const moment = figure.moment(state, words);
  const longest = figure.moment(seek(figure.time, state, progress.last), words);
  return [
    // No `div`: the first of them is the still picture, which stays.
    h(
      'section',
      { class: 'figure-controls', role: 'group', 'aria-label': stageWords.settings },
      figure.controls(state, stage),
    ),
    h('div', { class: 'figure-picture' }, figure.picture(state, stage)),
    drawPlayer({ ...progress, moment, longest, isPlaying, words: stageWords, acts }),
    h('p', { class: 'figure-description' }, figure.describe(state, words)),
    // It stands apart from what is seen, which changes with every frame. An empty text would be written anew with each of them.
    h('p', { class: 'visually-hidden', role: 'status' }, said || undefined),
    h('div', { class: 'figure-panels' }, figure.panels(state, stage)),
    drawDataTable({
      words: stageWords,
      isOpen: isTableOpen,
      isPrinted,
      toggle: acts.toggleTable,
      table: () => figure.table(state, words),
    }),
    drawActions({ words: stageWords, notice, acts }),
  ];
}
