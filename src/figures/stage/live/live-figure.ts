import type { ComponentChild } from 'preact';
import type { Element } from 'hast';
import type { CreateScale } from '../scale.ts';
import type { StageWords } from '../words.ts';

/** A figure that is played with: all that the stage does not know of it. `State` is all that a reader has set. */
export interface LiveFigure<State, Words> {
  name: string;
  /** Address of its own style sheet. */
  sheet: string;
  loadWords: (locale: string) => Promise<Words>;
  /** The state that pairs stand for. What they do not say is as the figure begins. */
  read: (pairs: string) => State;
  /** The shortest pairs that stand for a state. */
  write: (state: State) => string;
  /** What is set before the picture is looked at. */
  controls: (state: State, stage: Stage<State, Words>) => ComponentChild;
  picture: (state: State, stage: Stage<State, Words>) => ComponentChild;
  /** What is shown under the picture and its description; the table behind the disclosure is by itself. */
  panels: (state: State, stage: Stage<State, Words>) => ComponentChild;
  /** What the state shows, in a few sentences: it is read out when a reader has changed something. */
  describe: (state: State, words: Words) => string;
  /** What is drawn, as numbers. */
  table: (state: State, words: Words) => Element;
  time: FigureTime<State>;
  /** Where a state is in time, with its unit: `12 s`. */
  moment: (state: State, words: Words) => string;
}

/** How a figure goes on by itself. */
export interface FigureTime<State> {
  /** How far the state is, and how far it can go, in whole steps for those who step. It is at its end where both are the same. */
  progress: (state: State) => { at: number; last: number };
  /** The state at the next or the previous thing worth stopping at; the same one at an end. */
  step: (state: State, direction: 1 | -1) => State;
  /** The state so many milliseconds of playing later; the same one when it is at its end. */
  advance: (state: State, ms: number) => State;
  /** The state at its beginning. */
  rewind: (state: State) => State;
  /** The state so many whole steps from its beginning. Without this it is gone to by `step`. */
  seek?: (state: State, at: number) => State;
}

/** What the stage gives a figure to draw with. */
export interface Stage<State, Words> {
  /** Id that no other figure in the page has: ids within the figure begin with it. */
  id: string;
  words: Words;
  stageWords: StageWords;
  createScale: CreateScale;
  isPlaying: boolean;
  /** Set what a reader has changed; playing stops. */
  change: (state: State) => void;
}
