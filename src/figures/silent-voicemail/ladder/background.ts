import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import type { Scenario } from '../model/index.ts';
import type { LadderWords } from '../words.ts';
import { columns, percent } from './columns.ts';
import { layer, path } from './drawing.ts';
import type { TimeAxis } from './time-axis.ts';

const [near, far] = [columns['carrier-in'], columns['carrier-out']];

/** Draws the participants' names and lifelines. The carrier is the area between its two lifelines. */
export function drawParticipants({ height }: TimeAxis, { participants }: LadderWords): Element[] {
  const names = [
    [participants.caller, columns.caller],
    [participants.carrier, (near + far) / 2],
    [participants.server, columns.server],
    [participants.recorder, columns.recorder],
  ] as const;
  return [
    el('rect', {
      class: 'lane',
      x: percent(near),
      width: percent(far - near),
      y: top,
      height: height - top,
    }),
    ...Object.values(columns).map((x) =>
      el('line', { class: 'lane', x1: percent(x), x2: percent(x), y1: top, y2: height }),
    ),
    ...names.map(([name, x]) => el('text', { class: 'strong', x: percent(x), y: 14 }, name)),
  ];
}

const top = 24;

/** Draws the time axis: the time of each message that differs from the previous one, and full seconds between. */
export function drawAxis(scenario: Scenario, axis: TimeAxis, { seconds }: LadderWords): Element[] {
  const labels = [
    ...listMessageTimes(scenario, axis),
    ...axis.seconds.map((s) => [String(s), y(s)] as const),
  ];
  function y(second: number): number {
    return Math.round(axis.y(second * 1_000_000));
  }
  const lines = axis.seconds.map((s) => `M${columns.caller * 10} ${y(s)}H${columns.recorder * 10}`);
  return [
    layer(axis.height, path('grid', lines.join(''))),
    ...labels.map(([time, height], index) =>
      el('text', { class: 'soft start', x: 0, y: height + 4 }, index === 0 ? seconds(time) : time),
    ),
  ];
}

function listMessageTimes({ packets }: Scenario, { rows }: TimeAxis): (readonly [string, number])[] {
  const times = [...rows].map(([at, height]) => {
    const seconds = (packets[at - 1]?.atUs ?? 0) / 1_000_000;
    return [String(Number(seconds.toFixed(1))), height] as const;
  });
  return times.filter(([time], index) => time !== times[index - 1]?.[0]);
}
