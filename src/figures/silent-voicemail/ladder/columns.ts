import { links, type Link } from '../model/index.ts';

/** Where each of those who take part stands in the ladder, in percent of its width; the carrier has a near and a far side. */
export const columns = { caller: 8, 'carrier-in': 31, 'carrier-out': 47, server: 71, recorder: 93 } as const;

type Column = keyof typeof columns;

/** Ways that a packet goes one after another: those on which it can be lost, and from FreeSWITCH into the file. */
export const hops = [...links, 'recording'] as const;

export type Hop = (typeof hops)[number];

const ends: Record<Hop, readonly [Column, Column]> = {
  access: ['caller', 'carrier-in'],
  carrier: ['carrier-in', 'carrier-out'],
  edge: ['carrier-out', 'server'],
  recording: ['server', 'recorder'],
};

/** The part of a hop in which the packets of one side are drawn, in the direction in which they go; in percent. */
export interface Lane {
  start: number;
  end: number;
  /** Where packets that get no further are stopped. */
  wall: number;
}

/** Each side keeps to its own half of a hop, as on a road; into the file there is one way only. */
export function laneOf(hop: Hop, sender: 'caller' | 'server'): Lane {
  const [near, far] = ends[hop];
  const [from, to] = sender === 'caller' ? [columns[near], columns[far]] : [columns[far], columns[near]];
  const at = (share: number): number => from + (to - from) * share;
  if (hop === 'recording') return { start: at(0.1), end: at(0.5), wall: at(0.6) };
  return { start: at(0.1), end: at(0.46), wall: at(0.54) };
}

/** The link at so many percent of the width, if there is one, and the way in whose half of it that is. */
export function findWay(x: number): { link: Link; way: 'to-server' | 'to-caller' } | undefined {
  const link = links.find((each) => x >= columns[ends[each][0]] && x < columns[ends[each][1]]);
  if (link === undefined) return undefined;
  const [near, far] = ends[link];
  return { link, way: x < (columns[near] + columns[far]) / 2 ? 'to-server' : 'to-caller' };
}

/** A place or a width in the picture: `31%`. */
export function percent(value: number): string {
  return `${Math.round(value * 10) / 10}%`;
}
