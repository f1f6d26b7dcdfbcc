import { roundToTenth } from '../../stage/position.ts';
import { links, type Link } from '../model/index.ts';

/** Positions of the lifelines, in percent of the ladder's width. The carrier has one on each side. */
export const columns = { caller: 8, 'carrier-in': 30, 'carrier-out': 51, server: 73, recorder: 95 } as const;

type Column = keyof typeof columns;

/** The hops of a packet: the links, on which it can be lost, and the recording from FreeSWITCH into the file. */
export const hops = [...links, 'recording'] as const;

export type Hop = (typeof hops)[number];

const ends: Record<Hop, readonly [Column, Column]> = {
  access: ['caller', 'carrier-in'],
  carrier: ['carrier-in', 'carrier-out'],
  edge: ['carrier-out', 'server'],
  recording: ['server', 'recorder'],
};

/** The part of a hop in which the packets of one side are drawn, from `start` to `end` in their direction; in percent. */
interface Lane {
  start: number;
  end: number;
  /** Position of the wall that blocks the packets. */
  wall: number;
}

/** Returns the lane of one side. Each side has its own half of a link; the recording has only one lane. */
export function laneOf(hop: Hop, sender: 'caller' | 'server'): Lane {
  const [near, far] = ends[hop];
  const [from, to] = sender === 'caller' ? [columns[near], columns[far]] : [columns[far], columns[near]];
  const at = (share: number): number => from + (to - from) * share;
  if (hop === 'recording') return { start: at(0.08), end: at(0.5), wall: at(0.6) };
  return { start: at(0.06), end: at(0.45), wall: at(0.52) };
}

/** Finds the link at a position, in percent of the width, and the direction of the lane there. */
export function findLaneAt(x: number): { link: Link; direction: 'to-server' | 'to-caller' } | undefined {
  const link = links.find((each) => x >= columns[ends[each][0]] && x < columns[ends[each][1]]);
  if (link === undefined) return undefined;
  const [near, far] = ends[link];
  return { link, direction: x < (columns[near] + columns[far]) / 2 ? 'to-server' : 'to-caller' };
}

/** Formats a position or width as a percentage with at most one decimal: `31%`. */
export function percent(value: number): string {
  return `${roundToTenth(value)}%`;
}
