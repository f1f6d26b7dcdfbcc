import type { Element } from 'hast';
import { drawRows } from '../stage/table.ts';
import { findRuns, formatSeconds, type PacketRun, type Scenario, type TracedPacket } from './model/index.ts';
import type { VoicemailWords } from './words.ts';

/** Draws the first `at` packets of a call as a table, with a row for each SIP message and each run of RTP packets. */
export function drawTable(
  scenario: Scenario,
  at: number,
  { table, ladder: { participants } }: VoicemailWords,
): Element {
  const direction = (sender: 'caller' | 'server'): string =>
    sender === 'caller'
      ? table.direction(participants.caller, participants.server)
      : table.direction(participants.server, participants.caller);
  const messages = scenario.packets.slice(0, at).flatMap((packet: TracedPacket) => {
    if (packet.kind === 'rtp') return [];
    const { atUs, sender, label } = packet;
    return [{ at: packet.at, cells: [formatSeconds(atUs, 3), direction(sender), label, table.arrived] }];
  });
  const runs = findRuns(scenario, at).map((run) => {
    const { first, last, sender, count } = run;
    const time = [...new Set([first, last].map(({ atUs }) => formatSeconds(atUs, 3)))].join('–');
    return {
      at: first.at,
      cells: [time, direction(sender), table.packets(count), formatOutcome(run, table)],
    };
  });
  const rows = [...messages, ...runs].sort((one, other) => one.at - other.at);
  return drawRows(
    table.headers,
    rows.map(({ cells }) => cells),
  );
}

function formatOutcome({ lost, verdict }: PacketRun, words: VoicemailWords['table']): string {
  if (lost !== undefined) return words.lost(lost.by === 'block' ? lost.link : lost.by);
  return verdict === undefined || verdict === 'accepted' ? words.arrived : words.ignored[verdict];
}
