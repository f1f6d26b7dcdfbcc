import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import { percent } from '../stage/position.ts';
import type { Scale } from '../stage/scale.ts';
import { chartArea } from './areas.ts';
import { formatSeconds } from './describe.ts';
import { ticksPerSecond, timelineLength } from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** Draws the labels of the time axis: the moment, and round numbers as far as there is room beside it. */
export function drawTimes(moment: number, x: Scale, words: PsVsTopWords): Element[] {
  const current = { time: moment, text: words.seconds(formatSeconds(moment)), style: 'strong' };
  const round = x
    .ticks(6)
    .map((time) => ({ time, text: String(time / ticksPerSecond), style: 'soft' }))
    .filter((label) => !overlap(label, current));
  return [...round, current].map(({ time, text, style }) =>
    el(
      'text',
      { class: `${anchorAt(time)} ${style}`.trim(), x: percent(x(time)), y: chartArea.bottom + 18 },
      text,
    ),
  );
}

interface Label {
  time: number;
  text: string;
}

function overlap(one: Label, other: Label): boolean {
  const [first, second] = [spanOf(one), spanOf(other)];
  return first.start < second.end && second.start < first.end;
}

/** Returns the part of the time axis that a label takes on the narrowest screens. */
function spanOf({ time, text }: Label): { start: number; end: number } {
  const width = text.length * characterWidth;
  const start = time - { start: 0, '': width / 2, end: width }[anchorAt(time)];
  return { start, end: start + width };
}

/** Width of a character on a screen of 320 px, in ticks. */
const characterWidth = 2.2 * ticksPerSecond;

/** Returns the class that keeps a label within the axis. */
function anchorAt(time: number): 'start' | '' | 'end' {
  const edge = 5.5 * ticksPerSecond;
  if (time < edge) return 'start';
  return time > timelineLength - edge ? 'end' : '';
}
