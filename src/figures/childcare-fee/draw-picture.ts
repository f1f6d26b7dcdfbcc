import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import type { CreateScale, Scale } from '../stage/scale.ts';
import { computeBill, listSteps, nationalLimits, ranges, type Bill, type State } from './model/index.ts';
import { accountFee, maxParentShare } from './model/index.ts';
import type { ChildcareFeeWords } from './words.ts';

/** Area of the staircase within the picture: x in percent of the picture’s width, y in pixels. */
export const chartArea = { left: 10, right: 98, top: 76, bottom: 256, height: 352 } as const;

interface Scales {
  /** Kroner a year to percent of the width. */
  x: Scale;
  /** Kroner a month to pixels. */
  y: Scale;
}

/** Draws the fee as a staircase over the household income, with the family as a point on it and its fee in large numbers. */
export function drawPicture(state: State, words: ChildcareFeeWords, createScale: CreateScale): Element {
  const { left, right, top, bottom, height } = chartArea;
  const { min, max } = ranges.income;
  const bill = computeBill(state);
  const scales: Scales = {
    x: createScale([min, max], [left, right]),
    y: createScale([0, feeLimit(state)], [bottom, top]),
  };
  return el(
    'svg',
    { role: 'img', 'aria-label': words.picture.label, width: '100%', height },
    drawNumbers(state, bill, words),
    drawAxes(bill, scales, words),
    drawGhosts(state, bill, scales, words),
    drawStaircase(state, scales),
    drawPoint(state, bill, scales, words),
    drawCosts(bill, words),
  );
}

/** Top of the fee axis, in kroner a month. The same for all municipalities, so that their staircases compare. */
function feeLimit({ nursery }: State): number {
  return nursery === 1 ? 6_000 : 9_000;
}

/** Draws what the family pays, in kroner and as a share of the full fee. */
function drawNumbers(
  { year }: State,
  { total, percent, fullTotal }: Bill,
  { picture }: ChildcareFeeWords,
): Element[] {
  return [
    el('text', { class: 'strong hero start fee', x: 0, y: 30 }, picture.kroner(total)),
    el('text', { class: 'strong hero end', x: '100%', y: 30 }, `${percent}%`),
    el(
      'text',
      { class: 'soft start', x: 0, y: 50 },
      nationalLimits[year].isConfirmed ? picture.perMonth : `${picture.perMonth} · ${picture.unconfirmed}`,
    ),
    el('text', { class: 'soft end', x: '100%', y: 50 }, picture.ofFull(fullTotal)),
  ];
}

/** Draws grid lines at round fees, and marks the limits of the subsidy on the income axis. */
function drawAxes({ limits }: Bill, { x, y }: Scales, { picture }: ChildcareFeeWords): Element[] {
  const { bottom } = chartArea;
  const fees = y.ticks(4);
  return [
    ...fees.flatMap((fee) => [
      el('line', { class: fee === 0 ? 'axis' : 'grid', x1: '0', x2: '100%', y1: y(fee), y2: y(fee) }),
      el('text', { class: 'start soft', x: 0, y: round(y(fee) - 4) }, picture.amount(fee)),
    ]),
    ...[limits.lower, limits.upper].flatMap((limit) => [
      el('line', { class: 'axis', x1: percent(x(limit)), x2: percent(x(limit)), y1: bottom, y2: bottom + 5 }),
      el('text', { class: 'soft', x: percent(x(limit)), y: bottom + 19 }, picture.amount(limit)),
    ]),
  ];
}

/** Draws the fee before the family’s: what the account believed and paid, and what a place costs in Korea. */
function drawGhosts(
  { year }: State,
  { fullTotal }: Bill,
  { x, y }: Scales,
  { picture: { ghosts } }: ChildcareFeeWords,
): Element[] {
  const { min, max } = ranges.income;
  const { upper } = nationalLimits[year];
  const believed = (income: number): number => round(y((fullTotal * income) / upper));
  return [
    el('line', {
      class: 'ghost',
      x1: percent(x(min)),
      x2: percent(x(max)),
      y1: believed(min),
      y2: believed(max),
    }),
    el('text', { class: 'soft end halo', x: '100%', y: believed(max) - 8 }, ghosts.believed),
    el('line', {
      class: 'ghost',
      x1: percent(x(min)),
      x2: percent(x(max)),
      y1: round(y(accountFee)),
      y2: round(y(accountFee)),
    }),
    el(
      'text',
      { class: 'soft start halo', x: percent(x(min)), y: round(y(accountFee) - 5) },
      ghosts.account(accountFee),
    ),
    el('text', { class: 'soft end halo', x: '100%', y: round(y(0) - 6) }, ghosts.korea),
  ];
}

/** Draws the staircase in a nested `svg` that stretches to the width, since path data has no percentages. */
function drawStaircase(state: State, { y }: Scales): Element {
  const { left, right, top, bottom } = chartArea;
  const { min, max } = ranges.income;
  const [first, ...steps] = listSteps(state, min, max);
  const across = (income: number): number => round((income - min) / 1000);
  const down = (fee: number): number => round(y(fee) - top);
  const path = `M0 ${down(first?.total ?? 0)}${steps
    .map(({ income, total }) => `H${across(income)}V${down(total)}`)
    .join('')}H${across(max)}`;
  return el(
    'svg',
    {
      x: percent(left),
      y: top,
      width: percent(right - left),
      height: bottom - top,
      viewBox: `0 0 ${across(max)} ${bottom - top}`,
      preserveAspectRatio: 'none',
      overflow: 'visible',
    },
    el('path', { class: 'fee', 'vector-effect': 'non-scaling-stroke', d: path }),
  );
}

/** Draws the family as a point on the staircase, and its income below the axis. */
function drawPoint(
  { income }: State,
  { total }: Bill,
  { x, y }: Scales,
  { picture }: ChildcareFeeWords,
): Element[] {
  const { bottom } = chartArea;
  const at = percent(x(income));
  return [
    el('line', { class: 'cursor', x1: at, x2: at, y1: round(y(total)), y2: bottom }),
    el('circle', { class: 'fee point', cx: at, cy: round(y(total)), r: 7 }),
    el('text', { class: 'soft start', x: 0, y: bottom + 42 }, picture.income),
    el(
      'text',
      { class: 'strong end', x: '100%', y: bottom + 42 },
      picture.incomes(income, Math.round(income / 12)),
    ),
  ];
}

/** Draws who bears the running costs of a place. */
function drawCosts({ costShare }: Bill, { picture: { costs } }: ChildcareFeeWords): Element[] {
  const y = chartArea.bottom + 66;
  const format = (share: number): string => String(Math.round(10 * share) / 10);
  return [
    el('rect', { class: 'municipality', x: 0, y, width: '100%', height: 8 }),
    el('rect', { class: 'parents', x: 0, y, width: `${maxParentShare}%`, height: 8 }),
    el('rect', { class: 'family', x: 0, y, width: percent(costShare), height: 8 }),
    el('text', { class: 'soft start', x: 0, y: y + 24 }, costs.family(format(costShare))),
    el('text', { class: 'soft end', x: '100%', y: y + 24 }, costs.municipality(format(100 - costShare))),
  ];
}

/** Formats a position with two decimals: `12.34%`. */
function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** Rounds to one decimal, which keeps path data short. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
