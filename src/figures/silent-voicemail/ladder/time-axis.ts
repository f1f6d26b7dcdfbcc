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

const firstRow = 52;
const rowHeight = 24;
const gap = 14;
/** A packet of 20 ms is one pixel high. */
const pixelsPerSecond = 50;

/**
 * Creates the time axis of a call. The call is set up and released within moments, so the messages there are spaced evenly; only
 * the seconds between are drawn to scale.
 */
export function createTimeAxis({ packets }: Pick<Scenario, 'packets'>, createScale: CreateScale): TimeAxis {
  const messages = packets.filter((packet) => packet.kind === 'sip');
  const bye = messages.findIndex(({ label }) => label === 'BYE');
  const [setup, release] = [messages.slice(0, bye), messages.slice(bye)];
  const [from, to] = [setup.at(-1)?.atUs ?? 0, release[0]?.atUs ?? 0];
  const top = firstRow + (setup.length - 1) * rowHeight + gap;
  const bottom = top + Math.round(((to - from) / 1_000_000) * pixelsPerSecond);
  const scale = createScale([from / 1_000_000, to / 1_000_000], [top, bottom]);
  const rows = new Map([...placeRows(setup, firstRow), ...placeRows(release, bottom + gap)]);
  return {
    rows,
    y: (us) => (us < from ? findLastRow(messages, rows, us) : us > to ? bottom : scale(us / 1_000_000)),
    seconds: scale.ticks(Math.floor((to - from) / 1_000_000)).filter(Number.isInteger),
    media: [top, bottom],
    height: bottom + gap + (release.length - 1) * rowHeight + gap,
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
