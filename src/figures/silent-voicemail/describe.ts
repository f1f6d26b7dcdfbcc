import {
  findReason,
  findRuns,
  findWavLength,
  stateAt,
  type PassageRun,
  type Scenario,
} from './model/index.ts';
import type { DescriptionWords, Loss } from './words.ts';

/** A call after some of its packets, in a few sentences: what came where, whether the line stands in the log, and how long the file is. */
export function describeCall(scenario: Scenario, at: number, words: DescriptionWords): string {
  const state = stateAt(scenario, at);
  if (state.at === 0) return words.notBegun;
  const { counts, beep, message } = state;
  const runs = findRuns(scenario, state.at);
  const [toServer] = findLosses(runs, 'caller');
  const isEnd = state.at === scenario.passages.length;
  const reason = findReason(state, scenario.settings);
  return [
    words.toServer({
      seconds: isEnd ? undefined : (state.atUs / 1_000_000).toFixed(2),
      sip: counts.server.sip,
      sent: message.sent,
      place: toServer?.place,
    }),
    ...(beep.sent === 0 ? [] : [words.toCaller(beep.sent, findLosses(runs, 'server'))]),
    reason === undefined ? words.confirmed : words.notConfirmed(reason),
    words.recorded(message.recorded, findWavLength(message.recorded)),
  ].join(' ');
}

/** How many packets of one side were lost in each place, in the order in which that began. */
function findLosses(runs: readonly PassageRun[], sender: 'caller' | 'server'): Loss[] {
  const losses: Loss[] = [];
  for (const { sender: from, lost, count } of runs) {
    if (from !== sender || lost === undefined) continue;
    const place = lost.by === 'block' ? lost.link : lost.by;
    const known = losses.find((loss) => loss.place === place);
    if (known === undefined) losses.push({ place, count });
    else known.count += count;
  }
  return losses;
}
