import type { FigureTime } from '../stage/live/live-figure.ts';
import { findRuns, settingsTable, type Scenario, type Settings } from './model/index.ts';

/** A call being played. */
export interface CallPlay {
  settings: Settings;
  /** The current time in microseconds since the INVITE, if it is past the last packet shown. */
  nowUs?: number;
}

/** Creates the figure's time: it plays packet by packet at the captured pace, and steps from event to event. */
export function createTime(findScenario: (settings: Settings) => Scenario): FigureTime<CallPlay> {
  const positionOf = ({ settings }: CallPlay): { at: number; last: number; scenario: Scenario } => {
    const scenario = findScenario(settings);
    const last = scenario.packets.length;
    return { at: Math.min(settings.at, last), last, scenario };
  };
  const moveTo = (play: CallPlay, at: number): CallPlay => {
    const position = positionOf(play);
    if (at === position.at && play.nowUs === undefined) return play;
    return { settings: { ...play.settings, at: at >= position.last ? endOfAnyCall : Math.max(0, at) } };
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
      const sent = scenario.packets.findLastIndex(({ atUs }) => atUs <= nowUs) + 1;
      const reached = Math.max(at, sent);
      return reached >= last ? moveTo(play, last) : { settings: { ...play.settings, at: reached }, nowUs };
    },
    rewind: (play) => moveTo(play, 0),
    seek: moveTo,
  };
}

/**
 * Finds the events to step to, as numbers of packets played: the start of the call, each SIP message, the first and last packet
 * of each run of RTP, and each log line.
 */
function findEvents({ packets, states }: Scenario): number[] {
  const messages = packets.flatMap(({ kind, at }) => (kind === 'sip' ? [at] : []));
  const runs = findRuns({ packets }, packets.length).flatMap(({ first, last }) => [first.at, last.at]);
  const lines = states.flatMap(({ at, lines }) =>
    lines.length > (states[at - 1]?.lines.length ?? 0) ? [at] : [],
  );
  return [...new Set([0, ...messages, ...runs, ...lines])].sort((one, other) => one - other);
}

/** The setting `at` for the end of a call, so that a call at its end stays there when other settings make it longer. */
const endOfAnyCall = settingsTable.at.max;
