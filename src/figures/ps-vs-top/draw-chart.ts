import type { Element } from 'hast';
import { line } from 'd3-shape';
import { el, type Content } from '../stage/element.ts';
import { percent, placeAt, roundToTenth } from '../stage/position.ts';
import { chartArea, timeAxis, type Scales } from './areas.ts';
import {
  computeLines,
  levelLimit,
  timelineLength,
  type Point,
  type Reading,
  type State,
} from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** Draws the load over time, and the ratios behind `ps` and `top` as lines with a mark at the moment when both are run. */
export function drawChart(
  state: State,
  reading: Reading,
  words: PsVsTopWords['picture'],
  scales: Scales,
): Content[] {
  return [
    drawLevels(scales),
    placeAt(
      percent(timeAxis.left),
      chartArea.top - 18,
      el('path', { class: 'load', d: 'M14 4H24V13H14Z' }),
      el('text', { class: 'start soft', x: 29, y: 13 }, words.load),
    ),
    drawLines(state, scales),
    drawMarks(reading, levelLimit(state), scales),
  ];
}

/** Draws the ticks of the y axis, with labels left of the chart area. */
function drawLevels({ y }: Scales): Element[] {
  // With a maximum of 100, 0-50-100 is enough.
  const levels = y.ticks(y(100) === chartArea.top ? 2 : 4);
  return levels.flatMap((level) => [
    el('line', { class: level === 0 ? 'axis' : 'grid', x1: '0', x2: '100%', y1: y(level), y2: y(level) }),
    el('text', { class: 'start soft', x: 0, y: y(level) - 4 }, level, level === levels.at(-1) && '%'),
  ]);
}

/** Draws load, mean and latest mean in a nested `svg` that stretches to the width, since path data has no percentages. */
function drawLines(state: State, { y }: Scales): Element {
  const { left, right } = timeAxis;
  const { top, bottom } = chartArea;
  const { load, mean, latest } = computeLines(state);
  const toPath = (points: readonly Point[]): string =>
    line<Point>(
      ([tick]) => tick,
      ([, level]) => y(level) - top,
    ).digits(1)(points) ?? '';
  const stroke = { 'vector-effect': 'non-scaling-stroke' };
  const outline = toPath(load);
  return el(
    'svg',
    {
      x: percent(left),
      y: top,
      width: percent(right - left),
      height: bottom - top,
      viewBox: `0 0 ${timelineLength} ${bottom - top}`,
      preserveAspectRatio: 'none',
      overflow: 'visible',
    },
    el('path', { ...stroke, class: 'load', d: `M0,${bottom - top}L${outline.slice(1)}V${bottom - top}` }),
    el('path', { ...stroke, class: 'line mean', d: toPath(mean) }),
    el('path', { ...stroke, class: 'line latest', d: toPath(latest) }),
  );
}

/**
 * Draws a mark at each printed value, with the name of the tool. Releases that count in whole seconds print values off the line, or
 * even above the chart; marks are clamped to its top.
 */
function drawMarks({ moment, ps, top }: Reading, limit: number, { x, y }: Scales): Element[] {
  const toY = (cpu: string): number => y(Math.min(Number(cpu), limit));
  const marks = [
    { name: 'ps', kind: 'mean', y: toY(ps.cpu), shape: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z' },
    { name: 'top', kind: 'latest', y: toY(top.cpu), shape: 'M-4 -4H4V4H-4Z' },
  ];
  const labels = separateLabels(marks.map((mark) => mark.y));
  const isEarly = moment <= timelineLength * 0.85;
  return marks.map(({ name, kind, y: height, shape }, nth) =>
    placeAt(
      percent(x(moment)),
      height,
      el('path', { class: `line head ${kind}`, d: shape }),
      el(
        'text',
        {
          class: `strong halo ${isEarly ? 'start' : 'end'}`,
          x: isEarly ? 10 : -10,
          y: roundToTenth((labels[nth] ?? height) - height) + 5,
        },
        name,
      ),
    ),
  );
}

/** Moves two labels apart that would overlap, and keeps both within the chart area. */
function separateLabels(heights: readonly number[]): number[] {
  const { top, bottom } = chartArea;
  const [upper, lower] = [Math.min(...heights), Math.max(...heights)];
  const missing = Math.max(labelHeight - (lower - upper), 0);
  const highest = clamp(upper - missing / 2, top + 15, bottom - 13 - labelHeight);
  const lowest = Math.max(clamp(lower + missing / 2, top + 15, bottom - 13), highest + labelHeight);
  const [first = 0, second = 0] = heights;
  return first <= second ? [highest, lowest] : [lowest, highest];
}

const labelHeight = 18;

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
