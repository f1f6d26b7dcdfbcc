import {
  findReason,
  findRuns,
  findWavLength,
  stateAt,
  type PacketRun,
  type Scenario,
} from './model/index.ts';
import type { DescriptionWords, Losses } from './words.ts';

/** Describes a call after `at` packets: which packets arrived, whether the log has the line, and how long the WAV file is. */
export function describeCall(scenario: Scenario, at: number, words: DescriptionWords): string {
  const state = stateAt(scenario, at);
  if (state.at === 0) return words.notBegun;
  const { beep, voicemail } = state;
  const runs = findRuns(scenario, state.at);
  const [toServer] = countLosses(runs, 'caller');
  const [first, other] = countLosses(runs, 'server');
  const reason = findReason(state, scenario.settings);
  return [
    words.toServer(voicemail.sent, toServer?.place),
    ...(first === undefined ? [] : [words.toCaller(beep.sent, first, other)]),
    reason === undefined ? words.confirmed : words.notConfirmed(reason),
    words.recorded(voicemail.recorded, findWavLength(voicemail.recorded)),
  ].join(' ');
}

/** Counts one side's lost packets by place, in the order of the first loss at each place. */
function countLosses(runs: readonly PacketRun[], sender: 'caller' | 'server'): Losses[] {
  const losses: Losses[] = [];
  for (const { sender: from, lost, count } of runs) {
    if (from !== sender || lost === undefined) continue;
    const place = lost.by === 'block' ? lost.link : lost.by;
    const known = losses.find((each) => each.place === place);
    if (known === undefined) losses.push({ place, count });
    else known.count += count;
  }
  return losses;
}
