import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { linePath } from '../stage/line-path.ts';
import type { CreateScale, Scale } from '../stage/scale.ts';
import { chartArea, highestOf } from './chart-area.ts';
import { findCpuDivisor, inSeconds } from './describe.ts';
import { drawLines, readAt, span, ticksPerSecond, type Reading, type State } from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** A process’s life as its load, with what `ps` and `top` make of it, and the moment at which they are asked. */
export function drawChart(state: State, words: PsVsTopWords, createScale: CreateScale): Element {
  const { left, right, top, bottom } = chartArea;
  const scales: Scales = {
    seconds: createScale([0, span / ticksPerSecond], [left, right]),
    x: createScale([0, span], [left, right]),
    y: createScale([0, highestOf(state)], [bottom, top]),
  };
  const reading = readAt(state);
  return el(
    'svg',
    { role: 'img', 'aria-label': words.chart.label, width: '100%', height: chartArea.height },
    drawLegend(state, words),
    drawAxes(scales, words),
    drawLife(state, scales),
    drawDivisors(state, scales),
    drawMoment(reading, highestOf(state), scales, words),
  );
}

interface Scales {
  /** Seconds to per cent of the width. */
  seconds: Scale;
  /** Ticks to per cent of the width. */
  x: Scale;
  /** Per cent of a CPU to pixels. */
  y: Scale;
}

function drawLegend(state: State, { chart }: PsVsTopWords): Element[] {
  const entries = [
    { at: '0', sample: el('path', { class: 'load', d: 'M0 5H14V15H0Z' }), text: chart.load },
    { at: '17%', sample: el('path', { class: 'line mean', d: 'M0 10H17' }), text: chart.mean },
    {
      at: '51%',
      sample: el('path', { class: 'line latest', d: 'M0 10H17' }),
      text: chart.latest(inSeconds(state.interval), findCpuDivisor(state)),
    },
  ];
  return entries.map(({ at, sample, text }, nth) =>
    placeAt(at, 0, sample, el('text', { class: 'start', x: nth === 0 ? 20 : 23, y: 14 }, text)),
  );
}

/** Round values of both, each with its line or stroke; the numbers of one axis stand left of all that is drawn. */
function drawAxes({ seconds, y }: Scales, words: PsVsTopWords): Element[] {
  const { left, bottom, top } = chartArea;
  // Where one CPU is all there is, its half is enough between.
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

function drawLife(state: State, { y }: Scales): Element {
  const { left, right, top, bottom } = chartArea;
  const { load, mean, latest } = drawLines(state);
  const toX = (tick: number): number => tick;
  const toY = (level: number): number => y(level) - top;
  const stroke = { 'vector-effect': 'non-scaling-stroke' };
  const outline = linePath(load, toX, toY);
  return el(
    'svg',
    {
      x: percent(left),
      y: top,
      width: percent(right - left),
      height: bottom - top,
      viewBox: `0 0 ${span} ${bottom - top}`,
      preserveAspectRatio: 'none',
      overflow: 'visible',
    },
    el('path', { ...stroke, class: 'load', d: `M0,${bottom - top}L${outline.slice(1)}V${bottom - top}` }),
    el('path', { ...stroke, class: 'line mean', d: linePath(mean, toX, toY) }),
    el('path', { ...stroke, class: 'line latest', d: linePath(latest, toX, toY) }),
  );
}

/** The time by which each tool divides, as a bar under the axis: the whole age, and the latest interval, which may reach back to before birth. */
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

/** Marks stand at what is printed: a release that counts in whole seconds can be off the line, and even off the chart. */
function drawMoment(
  { moment, ps, top: frame }: Reading,
  highest: number,
  { x, y }: Scales,
  words: PsVsTopWords,
): Element[] {
  const { top, bottom } = chartArea;
  const heightOf = ({ cpu }: { cpu: string }): number => y(Math.min(Number(cpu), highest));
  const at = percent(x(moment));
  const isEarly = moment <= span * 0.68;
  const values = [
    {
      kind: 'mean',
      y: heightOf(ps),
      mark: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z',
      text: `ps ${ps.cpu}%`,
    },
    { kind: 'latest', y: heightOf(frame), mark: 'M-4 -4H4V4H-4Z', text: `top ${frame.cpu}%` },
  ];
  const labels = spread(values.map((value) => value.y));
  const edge = moment < span * 0.06 ? 'start' : moment > span * 0.92 ? 'end' : '';
  return [
    el('line', { class: 'cursor', x1: at, x2: at, y1: top - 4, y2: bottom }),
    // Parted around the numbers of the axis.
    el('line', { class: 'cursor', x1: at, x2: at, y1: bottom + 28, y2: bottom + 68 }),
    el('text', { class: `strong ${edge}`.trim(), x: at, y: top - 16 }, words.seconds(inSeconds(moment))),
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
            y: toTenth((labels[nth] ?? height) - height) + 5,
          },
          text,
        ),
      ),
    ),
  ];
}

/** Heights of two labels, moved apart where one would stand on the other, within the chart. */
function spread(heights: readonly number[]): number[] {
  const { top, bottom } = chartArea;
  const [upper, lower] = [Math.min(...heights), Math.max(...heights)];
  const missing = Math.max(labelHeight - (lower - upper), 0);
  const highest = clamp(upper - missing / 2, top + 15, bottom - 13 - labelHeight);
  const lowest = Math.max(clamp(lower + missing / 2, top + 15, bottom - 13), highest + labelHeight);
  const [first = 0, second = 0] = heights;
  return first <= second ? [highest, lowest] : [lowest, highest];
}

const labelHeight = 18;

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}

/** What keeps its form at any width, around a place. */
function placeAt(x: string, y: number, ...content: Content[]): Element {
  return el('svg', { x, y: toTenth(y), overflow: 'visible' }, ...content);
}

function toTenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
