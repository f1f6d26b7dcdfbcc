import type { FigureTime } from './live-figure.ts';

/** What is shown of a figure, and how it goes on by itself while it does. */
export interface Scene<State> {
  state: State;
  /** Nothing while it stands still. */
  run: Run<State> | undefined;
}

/** A stretch of playing. Each moment is reckoned from where it began, so that nothing adds up that is rounded. */
interface Run<State> {
  from: State;
  ms: number;
}

/** How a reader wants what plays by itself: flowing, or in steps where they have asked for less motion. */
export type Pace = 'flow' | 'steps';

/** Time from one step to the next, for readers who want no motion: as long as a sentence of the description takes. */
const stepMs = 1500;

/** The scene when a reader has changed something: it stands still. */
export function change<State>(state: State): Scene<State> {
  return { state, run: undefined };
}

/** The scene playing on, from the beginning where it is at its end. */
export function play<State>(time: FigureTime<State>, { state }: Scene<State>): Scene<State> {
  const from = isAtEnd(time, state) ? time.rewind(state) : state;
  return { state: from, run: isAtEnd(time, from) ? undefined : { from, ms: 0 } };
}

/** The scene so many milliseconds later. It stops at its end. */
export function pass<State>(
  time: FigureTime<State>,
  scene: Scene<State>,
  ms: number,
  pace: Pace,
): Scene<State> {
  if (scene.run === undefined) return scene;
  const run = { from: scene.run.from, ms: scene.run.ms + ms };
  return pace === 'flow' ? flow(time, run) : takeStep(time, scene.state, run);
}

/** The state so many whole steps from the beginning, or the nearest at which the figure stops. */
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

/** Whether there is nothing left to play. */
export function isAtEnd<State>(time: FigureTime<State>, state: State): boolean {
  const { at, last } = time.progress(state);
  return at >= last;
}

function flow<State>(time: FigureTime<State>, run: Run<State>): Scene<State> {
  const state = time.advance(run.from, run.ms);
  return { state, run: isAtEnd(time, state) ? undefined : run };
}

function takeStep<State>(time: FigureTime<State>, state: State, { ms }: Run<State>): Scene<State> {
  if (ms < stepMs) return { state, run: { from: state, ms } };
  const next = time.step(state, 1);
  return { state: next, run: isAtEnd(time, next) || next === state ? undefined : { from: next, ms: 0 } };
}
