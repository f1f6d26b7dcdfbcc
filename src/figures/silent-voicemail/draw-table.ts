import type { Element } from 'hast';
import { drawRows } from '../stage/table.ts';
import { findRuns, type Passage, type PassageRun, type Scenario } from './model/index.ts';
import type { VoicemailWords } from './words.ts';

/** What has happened in a call as a table: each message, and packets in a row of which the same became. */
export function drawTable(
  scenario: Scenario,
  at: number,
  { table, ladder: { participants } }: VoicemailWords,
): Element {
  const way = (sender: 'caller' | 'server'): string =>
    sender === 'caller'
      ? table.way(participants.caller, participants.server)
      : table.way(participants.server, participants.caller);
  const messages = scenario.passages.slice(0, at).flatMap((passage: Passage) => {
    if (passage.lane === 'media') return [];
    const { atUs, sender, label } = passage;
    return [{ at: passage.at, cells: [formatTime(atUs), way(sender), label, table.arrived] }];
  });
  const runs = findRuns(scenario, at).map((run) => {
    const { first, last, sender, count } = run;
    const time = [...new Set([first, last].map(({ atUs }) => formatTime(atUs)))].join('–');
    return { at: first.at, cells: [time, way(sender), table.packets(count), tellFate(run, table)] };
  });
  const rows = [...messages, ...runs].sort((one, other) => one.at - other.at);
  return drawRows(
    table.heads,
    rows.map(({ cells }) => cells),
  );
}

function formatTime(us: number): string {
  return (us / 1_000_000).toFixed(3);
}

function tellFate({ lost, verdict }: PassageRun, words: VoicemailWords['table']): string {
  if (lost !== undefined) return words.lost(lost.by === 'block' ? lost.link : lost.by);
  return verdict === undefined || verdict === 'accepted' ? words.arrived : words.ignored[verdict];
}
