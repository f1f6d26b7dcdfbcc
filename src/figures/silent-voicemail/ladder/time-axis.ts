import type { CreateScale } from '../../stage/scale.ts';
import type { Scenario, TracedPacket } from '../model/index.ts';

/** The time axis of the ladder, which runs down. */
export interface TimeAxis {
  /** Maps the number of a SIP packet in the call to the y coordinate of its message, which has a row of its own. */
  rows: ReadonlyMap<number, number>;
  /** Maps microseconds since the INVITE to a y coordinate. RTP is drawn to scale. */
  y: (us: number) => number;
  /** Full seconds to label between the messages. */
  seconds: readonly number[];
  /** The y coordinates between which RTP is drawn. */
  media: readonly [top: number, bottom: number];
  height: number;
}

const firstRow = 41;
const rowHeight = 16;
/** Space between the last message of call setup and the RTP. */
const topGap = 10;
/** Space between the RTP and the first message of the release; the counts of packets are there. */
const bottomGap = 26;
/** Space below the last message. */
const foot = 5;
/** Low, so that the whole call and its controls fit a phone. A row of ten packets is 0.2 s and 3.2 pixels high. */
const pixelsPerSecond = 16;

/**
 * Creates the time axis of a call. The call is set up and released within moments, so the messages there are spaced evenly; only
 * the seconds between are drawn to scale.
 */
export function createTimeAxis({ packets }: Pick<Scenario, 'packets'>, createScale: CreateScale): TimeAxis {
  const messages = packets.filter((packet) => packet.kind === 'sip');
  const bye = messages.findIndex(({ label }) => label === 'BYE');
  const [setup, release] = [messages.slice(0, bye), messages.slice(bye)];
  const [from, to] = [setup.at(-1)?.atUs ?? 0, release[0]?.atUs ?? 0];
  const top = firstRow + (setup.length - 1) * rowHeight + topGap;
  const bottom = top + Math.round(((to - from) / 1_000_000) * pixelsPerSecond);
  const scale = createScale([from / 1_000_000, to / 1_000_000], [top, bottom]);
  const rows = new Map([...placeRows(setup, firstRow), ...placeRows(release, bottom + bottomGap)]);
  return {
    rows,
    y: (us) => (us < from ? findLastRow(messages, rows, us) : us > to ? bottom : scale(us / 1_000_000)),
    seconds: scale.ticks(Math.floor((to - from) / 1_000_000)).filter(Number.isInteger),
    media: [top, bottom],
    height: bottom + bottomGap + (release.length - 1) * rowHeight + foot,
  };
}

function placeRows(messages: readonly TracedPacket[], top: number): (readonly [number, number])[] {
  return messages.map(({ at }, index) => [at, top + index * rowHeight] as const);
}

/** Returns the row of the last message before a moment during call setup. */
function findLastRow(messages: readonly TracedPacket[], rows: TimeAxis['rows'], us: number): number {
  const last = messages.findLast(({ atUs }) => atUs <= us);
  return (last && rows.get(last.at)) ?? firstRow;
}
