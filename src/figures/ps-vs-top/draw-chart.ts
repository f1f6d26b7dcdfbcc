import type { Element } from 'hast';
import { line } from 'd3-shape';
import { el, type Content } from '../stage/element.ts';
import type { CreateScale, Scale } from '../stage/scale.ts';
import { chartArea, percent, placeAt, roundToTenth } from './chart-area.ts';
import { cpuDivisor, formatSeconds } from './describe.ts';
import {
  computeLines,
  levelLimit,
  computeReading,
  timelineLength,
  ticksPerSecond,
  type Point,
  type Reading,
  type State,
} from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** Draws the chart: the load over time, the ratios behind `ps` and `top`, and a cursor at the moment when both are run. */
export function drawChart(state: State, words: PsVsTopWords, createScale: CreateScale): Element {
  const { left, right, top, bottom } = chartArea;
  const scales: Scales = {
    seconds: createScale([0, timelineLength / ticksPerSecond], [left, right]),
    x: createScale([0, timelineLength], [left, right]),
    y: createScale([0, levelLimit(state)], [bottom, top]),
  };
  const reading = computeReading(state);
  return el(
    'svg',
    { role: 'img', 'aria-label': words.chart.label, width: '100%', height: chartArea.height },
    drawLegend(state, words),
    drawAxes(scales, words),
    drawLines(state, scales),
    drawDivisors(state, scales),
    drawCursor(reading, levelLimit(state), scales, words),
  );
}

interface Scales {
  /** Seconds to percent of the width. */
  seconds: Scale;
  /** Ticks to percent of the width. */
  x: Scale;
  /** Percent of a CPU to pixels. */
  y: Scale;
}

function drawLegend(state: State, { chart }: PsVsTopWords): Element[] {
  const entries = [
    { at: '0', sample: el('path', { class: 'load', d: 'M0 5H14V15H0Z' }), text: chart.load },
    { at: '17%', sample: el('path', { class: 'line mean', d: 'M0 10H17' }), text: chart.mean },
    {
      at: '51%',
      sample: el('path', { class: 'line latest', d: 'M0 10H17' }),
      text: chart.latest(formatSeconds(state.interval), cpuDivisor(state)),
    },
  ];
  return entries.map(({ at, sample, text }, nth) =>
    placeAt(at, 0, sample, el('text', { class: 'start', x: nth === 0 ? 20 : 23, y: 14 }, text)),
  );
}

/** Draws the ticks of both axes. Labels of the y axis are left of the chart area. */
function drawAxes({ seconds, y }: Scales, words: PsVsTopWords): Element[] {
  const { left, bottom, top } = chartArea;
  // With a maximum of 100, 0-50-100 is enough.
  const levels = y.ticks(y(100) === top ? 2 : 4);
  const times = seconds.ticks(6);
  return [
    ...levels.flatMap((level) => [
      el('line', { class: level === 0 ? 'axis' : 'grid', x1: '0', x2: '100%', y1: y(level), y2: y(level) }),
      el('text', { class: 'start soft', x: 0, y: y(level) - 4 }, level, level === levels.at(-1) && '%'),
    ]),
    ...times.map((time) => {
      const isFirst = time === 0;
      const isLast = time === times.at(-1);
      return el(
        'text',
        {
          class: isFirst ? 'start soft' : isLast ? 'end soft' : 'soft',
          x: percent(isFirst ? left : seconds(time)),
          y: bottom + 17,
        },
        isLast ? words.seconds(String(time)) : time,
      );
    }),
  ];
}

/** Draws load, mean and latest mean in a nested `svg` that stretches to the width, since path data has no percentages. */
function drawLines(state: State, { y }: Scales): Element {
  const { left, right, top, bottom } = chartArea;
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

/** Draws the time by which each tool divides as a bar below the axis: the age, and the interval. An arrow shows that the interval starts before the process did. */
function drawDivisors({ moment, interval }: State, { x }: Scales): Content[] {
  const { bottom } = chartArea;
  const bars = [
    { name: 'ps', kind: 'mean', length: moment, y: bottom + 40 },
    { name: 'top', kind: 'latest', length: interval, y: bottom + 62 },
  ];
  return bars.flatMap(({ name, kind, length, y }) => [
    el('text', { class: 'start', x: 0, y: y + 5 }, name),
    el('line', { class: 'grid', x1: percent(x(0)), x2: '100%', y1: y, y2: y }),
    el('line', {
      class: `bar ${kind}`,
      x1: percent(x(Math.max(moment - length, 0))),
      x2: percent(x(moment)),
      y1: y,
      y2: y,
    }),
    moment - length < 0 &&
      placeAt(percent(x(0)), y, el('path', { class: `line ${kind}`, d: 'M-2 -4L-6 0L-2 4' })),
  ]);
}

/**
 * Draws the cursor with a mark at each printed value. Releases that count in whole seconds print values off the line, or even
 * above the chart; marks are clamped to its top.
 */
function drawCursor(
  { moment, ps, top: frame }: Reading,
  limit: number,
  { x, y }: Scales,
  words: PsVsTopWords,
): Element[] {
  const { top, bottom } = chartArea;
  const toY = ({ cpu }: { cpu: string }): number => y(Math.min(Number(cpu), limit));
  const at = percent(x(moment));
  const isEarly = moment <= timelineLength * 0.68;
  const values = [
    {
      kind: 'mean',
      y: toY(ps),
      mark: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z',
      text: `ps ${ps.cpu}%`,
    },
    { kind: 'latest', y: toY(frame), mark: 'M-4 -4H4V4H-4Z', text: `top ${frame.cpu}%` },
  ];
  const labels = separateLabels(values.map((value) => value.y));
  const edge = moment < timelineLength * 0.06 ? 'start' : moment > timelineLength * 0.92 ? 'end' : '';
  return [
    el('line', { class: 'cursor', x1: at, x2: at, y1: top - 4, y2: bottom }),
    // The cursor continues below the labels of the axis, which it must not cross.
    el('line', { class: 'cursor', x1: at, x2: at, y1: bottom + 28, y2: bottom + 68 }),
    el('text', { class: `strong ${edge}`.trim(), x: at, y: top - 16 }, words.seconds(formatSeconds(moment))),
    ...values.map(({ kind, y: height, mark, text }, nth) =>
      placeAt(
        at,
        height,
        el('path', { class: `line head ${kind}`, d: mark }),
        el(
          'text',
          {
            class: `strong halo ${isEarly ? 'start' : 'end'}`,
            x: isEarly ? 10 : -10,
            y: roundToTenth((labels[nth] ?? height) - height) + 5,
          },
          text,
        ),
      ),
    ),
  ];
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
