import type { ComponentChild } from 'preact';
import type { Element } from 'hast';
import type { CreateScale } from '../scale.ts';
import type { StageWords } from '../words.ts';

/** An interactive figure: everything the stage needs from it. `State` holds all that a reader can set. */
export type LiveFigure<State, Words> = LiveView<State, Words> &
  (Playable<State, Words> | { time?: undefined });

interface LiveView<State, Words> {
  name: string;
  /** URL of the figure’s own style sheet. */
  sheet: string;
  loadWords: (locale: string) => Promise<Words>;
  /** Parses `key=value` pairs into a state. Missing keys get their defaults. */
  parse: (pairs: string) => State;
  /** Serializes a state as the shortest pairs that `parse` reads back. */
  serialize: (state: State) => string;
  /** Renders the controls below the picture, the one that readers use most first. */
  controls: (state: State, context: FigureContext<State, Words>) => ComponentChild;
  picture: (state: State, context: FigureContext<State, Words>) => ComponentChild;
  /** Renders the folded panels below the description (`drawPanel`), except the data table. */
  panels: (state: State, context: FigureContext<State, Words>) => ComponentChild;
  /** Describes a state in a few sentences. A live region announces them after each change. */
  describe: (state: State, words: Words) => string;
  /** Draws the data behind the picture as a table. */
  table: (state: State, words: Words) => Element;
}

/** A figure with playback. */
interface Playable<State, Words> {
  time: FigureTime<State>;
  /** Formats a state’s playback position with its unit: `12 s`. */
  formatPosition: (state: State, words: Words) => string;
}

/** Playback of a figure: how its state changes with time. */
export interface FigureTime<State> {
  /** Returns the playback position and its maximum, in whole steps of the seek slider. Playback ends where both are equal. */
  progress: (state: State) => { at: number; last: number };
  /** Returns the state at the next or previous event, or the same state at either end. */
  step: (state: State, direction: 1 | -1) => State;
  /** Returns the state after so many milliseconds of playback, or the same state at the end. */
  advance: (state: State, ms: number) => State;
  /** Returns the state at the beginning. */
  rewind: (state: State) => State;
  /** Returns the state at a position of the slider. Without this function, the stage gets there by repeated `step`. */
  seek?: (state: State, at: number) => State;
}

/** Arguments that the stage passes to a figure’s render functions. */
export interface FigureContext<State, Words> {
  /** Id unique within the page; element ids inside the figure start with it. */
  id: string;
  words: Words;
  stageWords: StageWords;
  createScale: CreateScale;
  isPlaying: boolean;
  /** Sets a state that the reader has chosen. Stops playback. */
  change: (state: State) => void;
}
