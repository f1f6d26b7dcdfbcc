import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import { links, type PassageRun, type Scenario } from '../model/index.ts';
import { hops, laneOf, percent } from './columns.ts';
import { fateOn } from './dots.ts';
import { mark } from './drawing.ts';
import type { TimeAxis } from './time-axis.ts';

/** Where the reader lets nothing through: a wall behind the lane of each way that is stopped. */
export function drawWalls({ settings }: Scenario, { media: [top, bottom] }: TimeAxis): Element[] {
  const link = links.find((each) => each === settings.block);
  if (link === undefined) return [];
  const ways = { 'to-server': ['caller'], 'to-caller': ['server'], both: ['caller', 'server'] } as const;
  return ways[settings.direction].map((sender) => {
    const x = percent(laneOf(link, sender).wall);
    return el('line', { class: 'lost wall', x1: x, x2: x, y1: top, y2: bottom });
  });
}

/** Where packets in a row were lost, or thrown away by FreeSWITCH: a bar, a cross, and how many they were. */
export function drawStop(run: PassageRun, { y }: TimeAxis): Element[] {
  const hop = hops.find((each) => fateOn(each, run) === 'lost');
  if (hop === undefined) return [];
  const { wall } = laneOf(hop, run.sender);
  const [top, bottom] = [Math.round(y(run.first.atUs)) - 4, Math.round(y(run.last.atUs)) + 4];
  const middle = Math.round((top + bottom) / 2);
  const [side, x] = run.sender === 'caller' ? ['start', 11] : ['end', -11];
  // High up, clear of what the other way may have beside the middle; but below what it has counted above the first packets.
  const height = Math.min(top + 40, bottom + 15);
  return [
    el('line', { class: 'lost bar', x1: percent(wall), x2: percent(wall), y1: top, y2: bottom }),
    mark(
      wall,
      middle,
      el('circle', { class: 'lost disc', r: 8 }),
      el('path', { class: 'lost cross', d: 'M-4-4 4 4M4-4-4 4' }),
      el('text', { class: `lost strong halo ${side}`, x, y: height - middle }, `−${run.count}`),
    ),
  ];
}
