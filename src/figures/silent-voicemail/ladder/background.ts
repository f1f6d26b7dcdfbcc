import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import type { Scenario } from '../model/index.ts';
import type { LadderWords } from '../words.ts';
import { columns, percent } from './columns.ts';
import { layer, path } from './drawing.ts';
import type { TimeAxis } from './time-axis.ts';

const [near, far] = [columns['carrier-in'], columns['carrier-out']];

/** The life lines of those who take part. The carrier is what lies between two of them. */
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

/** Seconds at the left: at each message that comes later than the one before it, and at full seconds between. */
export function drawAxis(scenario: Scenario, axis: TimeAxis, { seconds }: LadderWords): Element[] {
  const places = [
    ...listMessageTimes(scenario, axis),
    ...axis.seconds.map((s) => [String(s), y(s)] as const),
  ];
  function y(second: number): number {
    return Math.round(axis.y(second * 1_000_000));
  }
  const lines = axis.seconds.map((s) => `M${columns.caller * 10} ${y(s)}H${columns.recorder * 10}`);
  return [
    layer(axis.height, path('grid', lines.join(''))),
    ...places.map(([time, height], index) =>
      el('text', { class: 'soft start', x: 0, y: height + 4 }, index === 0 ? seconds(time) : time),
    ),
  ];
}

function listMessageTimes({ passages }: Scenario, { rows }: TimeAxis): (readonly [string, number])[] {
  const times = [...rows].map(([at, height]) => {
    const seconds = (passages[at - 1]?.atUs ?? 0) / 1_000_000;
    return [String(Number(seconds.toFixed(1))), height] as const;
  });
  return times.filter(([time], index) => time !== times[index - 1]?.[0]);
}
