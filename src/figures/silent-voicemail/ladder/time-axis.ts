import type { CreateScale } from '../../stage/scale.ts';
import type { Passage, Scenario } from '../model/index.ts';

/** Time in the ladder, downwards. */
export interface TimeAxis {
  /** The height at which a message is drawn, by its packet’s number in the call: each in a row of its own. */
  rows: ReadonlyMap<number, number>;
  /** The height of a moment, in microseconds since the INVITE: sound is drawn to scale. */
  y: (us: number) => number;
  /** Full seconds while sound passes. */
  seconds: readonly number[];
  /** Where sound begins and ends to be drawn. */
  media: readonly [top: number, bottom: number];
  height: number;
}

const firstRow = 52;
const rowHeight = 24;
const gap = 14;
/** One packet of 20 ms is one pixel. */
const pixelsPerSecond = 50;

/**
 * The axis of a call: it is set up and ended within moments, so messages stand in rows there, and the seconds between are drawn
 * to scale.
 */
export function createTimeAxis({ passages }: Pick<Scenario, 'passages'>, createScale: CreateScale): TimeAxis {
  const messages = passages.filter((passage) => passage.lane === 'signalling');
  const bye = messages.findIndex(({ label }) => label === 'BYE');
  const [setUp, release] = [messages.slice(0, bye), messages.slice(bye)];
  const [from, to] = [setUp.at(-1)?.atUs ?? 0, release[0]?.atUs ?? 0];
  const top = firstRow + (setUp.length - 1) * rowHeight + gap;
  const bottom = top + Math.round(((to - from) / 1_000_000) * pixelsPerSecond);
  const scale = createScale([from / 1_000_000, to / 1_000_000], [top, bottom]);
  const rows = new Map([...placeRows(setUp, firstRow), ...placeRows(release, bottom + gap)]);
  return {
    rows,
    y: (us) => (us < from ? rowBefore(messages, rows, us) : us > to ? bottom : scale(us / 1_000_000)),
    seconds: scale.ticks(Math.floor((to - from) / 1_000_000)).filter(Number.isInteger),
    media: [top, bottom],
    height: bottom + gap + (release.length - 1) * rowHeight + gap,
  };
}

function placeRows(messages: readonly Passage[], top: number): (readonly [number, number])[] {
  return messages.map(({ at }, index) => [at, top + index * rowHeight] as const);
}

/** While a call is set up, time stands at the message that came last. */
function rowBefore(messages: readonly Passage[], rows: TimeAxis['rows'], us: number): number {
  const last = messages.findLast(({ atUs }) => atUs <= us);
  return (last && rows.get(last.at)) ?? firstRow;
}
