import type { FigureTime } from '../stage/live/live-figure.ts';
import { findEvents } from './find-events.ts';
import { settingsTable, type Scenario, type Settings } from './model/index.ts';

/** A call that is played: what is set, and the moment it is where that is later than its last packet. */
export interface CallPlay {
  settings: Settings;
  nowUs?: number;
}

/** How a call goes on: in its own time, packet by packet; who steps goes from one thing that happens to the next. */
export function createTime(findScenario: (settings: Settings) => Scenario): FigureTime<CallPlay> {
  const positionOf = ({ settings }: CallPlay): { at: number; last: number; scenario: Scenario } => {
    const scenario = findScenario(settings);
    const last = scenario.passages.length;
    return { at: Math.min(settings.at, last), last, scenario };
  };
  const moveTo = (play: CallPlay, at: number): CallPlay => {
    const position = positionOf(play);
    if (at === position.at && play.nowUs === undefined) return play;
    return { settings: { ...play.settings, at: at >= position.last ? atEnd : Math.max(0, at) } };
  };
  return {
    progress: positionOf,
    step: (play, direction) => {
      const { at, scenario } = positionOf(play);
      const events = findEvents(scenario);
      const next =
        direction === 1 ? events.find((event) => event > at) : events.findLast((event) => event < at);
      return next === undefined ? play : moveTo(play, next);
    },
    advance: (play, ms) => {
      const { at, last, scenario } = positionOf(play);
      if (at === last) return play;
      const nowUs = (play.nowUs ?? scenario.states[at]?.atUs ?? 0) + ms * 1000;
      const passed = scenario.passages.findLastIndex(({ atUs }) => atUs <= nowUs) + 1;
      const reached = Math.max(at, passed);
      return reached >= last ? moveTo(play, last) : { settings: { ...play.settings, at: reached }, nowUs };
    },
    rewind: (play) => moveTo(play, 0),
    seek: moveTo,
  };
}

/** The end of any call, so that one stays at its end when it is set otherwise. */
const atEnd = settingsTable.at.max;
