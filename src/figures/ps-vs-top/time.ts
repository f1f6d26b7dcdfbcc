import type { FigureTime } from '../stage/live/live-figure.ts';
import { ranges, timelineLength, ticksPerSecond, type State } from './model/index.ts';

/** Plays the moment in tenths of a second. Stepping goes to the next or previous full second. */
export const time: FigureTime<State> = {
  progress: ({ moment }) => ({
    at: Math.floor(moment / ranges.moment.step),
    last: timelineLength / ranges.moment.step,
  }),
  step: (state, direction) => {
    const second = state.moment / ticksPerSecond;
    const next = direction === 1 ? Math.floor(second) + 1 : Math.ceil(second) - 1;
    return moveTo(state, next * ticksPerSecond);
  },
  advance: (state, ms) => {
    const { step } = ranges.moment;
    return moveTo(state, Math.round((state.moment + ms * ticksPerMs) / step) * step);
  },
  rewind: (state) => moveTo(state, 0),
  seek: (state, at) => moveTo(state, at * ranges.moment.step),
};

/** Playback speed: the minute of the timeline takes twelve seconds. */
const ticksPerMs = 0.5;

function moveTo(state: State, tick: number): State {
  const moment = Math.min(Math.max(tick, 0), timelineLength);
  return moment === state.moment ? state : { ...state, moment };
}
