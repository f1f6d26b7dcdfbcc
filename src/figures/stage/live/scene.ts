import type { FigureTime } from './live-figure.ts';

/** The state that a figure shows, and how it plays. */
export interface Scene<State> {
  state: State;
  /** `undefined` while the figure is paused. */
  run: Run<State> | undefined;
}

/** An uninterrupted run of playback. Each frame is computed from its first state, so that rounding errors do not add up. */
interface Run<State> {
  from: State;
  ms: number;
}

/** Playback in every animation frame, or in single steps for readers who prefer reduced motion. */
export type Motion = 'continuous' | 'stepwise';

/** Time between steps of stepwise playback: long enough to read a sentence of the description. */
const stepMs = 1500;

/** Returns a scene that is paused at a state. */
export function pauseAt<State>(state: State): Scene<State> {
  return { state, run: undefined };
}

/** Returns the scene that plays on, from the beginning if it is at its end. */
export function play<State>(time: FigureTime<State>, { state }: Scene<State>): Scene<State> {
  const from = isAtEnd(time, state) ? time.rewind(state) : state;
  return { state: from, run: isAtEnd(time, from) ? undefined : { from, ms: 0 } };
}

/** Returns the scene `ms` milliseconds later. Pauses at the end. */
export function tick<State>(
  time: FigureTime<State>,
  scene: Scene<State>,
  ms: number,
  motion: Motion,
): Scene<State> {
  if (scene.run === undefined) return scene;
  const run = { from: scene.run.from, ms: scene.run.ms + ms };
  return motion === 'continuous' ? playContinuously(time, run) : playStepwise(time, scene.state, run);
}

/** Returns the state at a position of the seek slider, or the first one past it where `step` can stop. */
export function seek<State>(time: FigureTime<State>, state: State, at: number): State {
  if (time.seek !== undefined) return time.seek(state, at);
  const direction = at < time.progress(state).at ? -1 : 1;
  let found = state;
  while (direction * (at - time.progress(found).at) > 0) {
    const next = time.step(found, direction);
    if (next === found) break;
    found = next;
  }
  return found;
}

/** Returns whether playback is at its end. */
function isAtEnd<State>(time: FigureTime<State>, state: State): boolean {
  const { at, last } = time.progress(state);
  return at >= last;
}

function playContinuously<State>(time: FigureTime<State>, run: Run<State>): Scene<State> {
  const state = time.advance(run.from, run.ms);
  return { state, run: isAtEnd(time, state) ? undefined : run };
}

function playStepwise<State>(time: FigureTime<State>, state: State, { ms }: Run<State>): Scene<State> {
  if (ms < stepMs) return { state, run: { from: state, ms } };
  const next = time.step(state, 1);
  return { state: next, run: isAtEnd(time, next) || next === state ? undefined : { from: next, ms: 0 } };
}
