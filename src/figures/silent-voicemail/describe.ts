import {
  findReason,
  findRuns,
  findWavLength,
  stateAt,
  type CallState,
  type PassageRun,
  type Scenario,
} from './model/index.ts';
import type { DescriptionWords, Losses } from './words.ts';

/** A call after some of its packets, in a few sentences: what came where, whether the line stands in the log, and how long the file is. */
export function describeCall(scenario: Scenario, at: number, words: DescriptionWords): string {
  const state = stateAt(scenario, at);
  if (state.at === 0) return words.notBegun;
  const { counts, beep, message } = state;
  const runs = findRuns(scenario, state.at);
  const isEnd = state.at === scenario.passages.length;
  return [
    words.toServer({
      seconds: isEnd ? undefined : (state.atUs / 1_000_000).toFixed(2),
      sip: counts.server.sip,
      sent: message.sent,
      place: findLosses(runs, 'caller').place,
    }),
    ...(beep.sent === 0
      ? []
      : [words.toCaller({ sent: beep.sent, arrived: beep.heard, ...findLosses(runs, 'server') })]),
    describeLog(state, scenario, words),
    words.recorded(message.recorded, findWavLength(message.recorded)),
  ].join(' ');
}

function findLosses(runs: readonly PassageRun[], sender: 'caller' | 'server'): Losses {
  const losses = runs.flatMap((run) =>
    run.sender === sender && run.lost !== undefined ? [{ count: run.count, ...run.lost }] : [],
  );
  const [first] = losses;
  const place = first?.by === 'block' ? first.link : first?.by;
  return { lost: losses.reduce((sum, { count }) => sum + count, 0), place };
}

function describeLog(state: CallState, { settings }: Scenario, words: DescriptionWords): string {
  const reason = findReason(state, settings);
  if (reason === undefined) return words.confirmed;
  if (reason !== 'not-adjusting') return words.notConfirmed(reason);
  return settings.adjust === 'on' ? words.confirmed : words.notConfirmed(`adjust-${settings.adjust}`);
}
