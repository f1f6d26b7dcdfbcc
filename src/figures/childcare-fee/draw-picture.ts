import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { percent, placeAt, roundToTenth } from '../stage/position.ts';
import type { CreateScale, Scale } from '../stage/scale.ts';
import {
  accountFee,
  computeBill,
  listSteps,
  maxParentShare,
  nationalLimits,
  ranges,
  type Bill,
  type State,
} from './model/index.ts';
import type { ChildcareFeeWords, PictureWords } from './words.ts';

/** Area of the staircase within the picture: x in percent of the picture’s width, y in pixels. */
export const chartArea = { left: 12, right: 98, top: 16, bottom: 246, height: 350 } as const;

interface Options {
  /** Whether to draw arrows beside the point, which invite to drag it. */
  isDraggable: boolean;
}

interface Scales {
  /** Kroner a year to percent of the width. */
  x: Scale;
  /** Kroner a month to pixels. */
  y: Scale;
}

/**
 * Draws the fee as a staircase over the household income, with the family as a point on it. The numbers of the family are above the
 * staircase, and who bears the running costs is below.
 */
export function drawPicture(
  state: State,
  words: ChildcareFeeWords,
  createScale: CreateScale,
  { isDraggable }: Options = { isDraggable: false },
): Element {
  const { left, right, top, bottom, height } = chartArea;
  const { min, max } = ranges.income;
  const bill = computeBill(state);
  const scales: Scales = {
    x: createScale([min, max], [left, right]),
    y: createScale([0, gridFees(state).limit], [bottom, top]),
  };
  return el(
    'svg',
    { role: 'img', 'aria-label': words.picture.label, width: '100%', height },
    drawAxes(state, bill, scales, words),
    drawStaircase(state, scales),
    drawDropLine(state, bill, scales),
    drawGhosts(state, bill, scales, words),
    drawNumbers(state, bill, words),
    drawPoint(state, bill, scales, isDraggable),
    drawIncome(state, words),
    drawCosts(bill, words),
  );
}

/**
 * Returns the top of the fee axis and the fees of its grid lines, in kroner a month. They are the same for all municipalities, so
 * that their staircases compare. Two places cost one and a half times as much as one.
 */
function gridFees({ nursery }: State): { limit: number; lines: number[] } {
  return nursery === 1
    ? { limit: 5_800, lines: [0, 2_000, 4_000] }
    : { limit: 8_700, lines: [0, 3_000, 6_000] };
}

/** Draws grid lines at round fees, and marks the limits of the subsidy on the income axis. */
function drawAxes(
  state: State,
  { limits }: Bill,
  { x, y }: Scales,
  { picture }: ChildcareFeeWords,
): Content[] {
  const { left, bottom } = chartArea;
  const { lower, upper } = limits;
  return [
    ...gridFees(state).lines.flatMap((fee) => [
      el('line', {
        class: fee === 0 ? 'axis' : 'grid',
        x1: '0',
        x2: '100%',
        y1: roundToTenth(y(fee)),
        y2: roundToTenth(y(fee)),
      }),
      el('text', { class: 'start soft', x: 0, y: roundToTenth(y(fee) - 4) }, picture.amount(fee)),
    ]),
    ...[lower, upper].flatMap((limit) => [
      el('line', { class: 'axis', x1: percent(x(limit)), x2: percent(x(limit)), y1: bottom, y2: bottom + 5 }),
      // At the right edge there is no space for half of the label.
      x(limit) < 93
        ? el('text', { class: 'soft', x: percent(x(limit)), y: bottom + 19 }, picture.amount(limit))
        : el('text', { class: 'soft end', x: '100%', y: bottom + 19 }, picture.amount(limit)),
    ]),
    !nationalLimits[state.year].isConfirmed &&
      el(
        'text',
        { class: 'strong', x: percent((x(lower) + x(upper)) / 2), y: bottom + 19 },
        picture.unconfirmed(state.year),
      ),
    el('text', { class: 'soft', x: percent((left + x(lower)) / 2), y: bottom - 16 }, picture.free),
  ];
}

/** Draws the staircase in a nested `svg` that stretches to the width, since path data has no percentages. */
function drawStaircase(state: State, { y }: Scales): Element {
  const { left, right, top, bottom } = chartArea;
  const { min, max } = ranges.income;
  const [first, ...steps] = listSteps(state, min, max);
  const across = (income: number): number => roundToTenth((income - min) / 1000);
  const down = (fee: number): number => roundToTenth(y(fee) - top);
  const treads = steps.map(({ income, total }) => `H${across(income)}V${down(total)}`).join('');
  const path = `M0 ${down(first?.total ?? 0)}${treads}H${across(max)}`;
  const [width, height] = [across(max), bottom - top];
  return el(
    'svg',
    {
      x: percent(left),
      y: top,
      width: percent(right - left),
      height,
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
      overflow: 'visible',
    },
    el('path', { class: 'paid', d: `${path}V${height}H0Z` }),
    el('path', { class: 'fee', 'vector-effect': 'non-scaling-stroke', d: path }),
  );
}

/** Draws what the fee is not: the rule that the account believed in and the fee that it names, and the fee in Korea. */
function drawGhosts(
  state: State,
  { fullTotal }: Bill,
  { x, y }: Scales,
  { picture: { ghosts } }: ChildcareFeeWords,
): Element[] {
  const { min, max } = ranges.income;
  // A fee that is proportional to the income, and reaches the full fee at the upper limit for a couple with one child.
  const believed = (income: number): number => (fullTotal * income) / nationalLimits[state.year].upper;
  const draw = (kind: string, from: number, to: number): Element =>
    el('line', {
      class: kind,
      x1: percent(x(min)),
      x2: percent(x(max)),
      y1: roundToTenth(y(from)),
      y2: roundToTenth(y(to)),
    });
  const [end, account] = [y(believed(max)), y(accountFee)];
  return [
    draw('ghost', accountFee, accountFee),
    draw('ghost', 0, 0),
    draw('belief', believed(min), believed(max)),
    el(
      'text',
      { class: 'soft start halo', x: percent(x(min)), y: roundToTenth(account - 5) },
      ghosts.account(accountFee),
    ),
    el(
      'text',
      { class: 'soft start halo', x: percent(x(min)), y: roundToTenth(account + 15) },
      ghosts.accountTime,
    ),
    el('text', { class: 'soft end halo', x: '100%', y: roundToTenth(y(0) - 7) }, ghosts.korea),
    // Above the line, and above the fee of the account if that would cross the label.
    el(
      'text',
      {
        class: 'belief end halo',
        x: '100%',
        y: roundToTenth(Math.abs(end - 12 - account) < 10 ? account - 6 : end - 8),
      },
      ghosts.believed,
    ),
  ];
}

/** Draws what the family pays in large numbers, its share of the full fee, and what one more krone of income costs. */
function drawNumbers(state: State, bill: Bill, { picture }: ChildcareFeeWords): Content[] {
  const x = percent(chartArea.left);
  const { total, percent: share, fullTotal } = bill;
  return [
    el('text', { class: 'strong large start fee', x, y: 32 }, picture.kroner(total)),
    placeAt(
      x,
      57,
      el('text', { class: 'strong medium start' }, `${share}%`),
      // Digits of the bold font are 12 px wide in this size.
      el('text', { class: 'start', x: 22 + 12 * String(share).length }, picture.ofFull(fullTotal)),
    ),
    el('text', { class: 'soft start', x, y: 77 }, describeNextKrone(state, bill, picture)),
  ];
}

function describeNextKrone(state: State, { percent, orePerKrone }: Bill, picture: PictureWords): string {
  if (orePerKrone > 0) return picture.slope(orePerKrone.toFixed(1));
  const next = computeBill({ ...state, income: state.income + 1 });
  return next.percent > percent ? picture.jump(next.total) : picture.flat;
}

/** Draws the family as a point on the staircase. */
function drawPoint({ income }: State, { total }: Bill, { x, y }: Scales, isDraggable: boolean): Content {
  return placeAt(
    percent(x(income)),
    y(total),
    el('circle', { class: 'fee point', r: 8 }),
    isDraggable && el('path', { class: 'fee grip', d: 'M-14 -5L-19 0L-14 5M14 -5L19 0L14 5' }),
  );
}

/** Draws a line from the point down to its income. */
function drawDropLine({ income }: State, { total }: Bill, { x, y }: Scales): Element {
  const at = percent(x(income));
  return el('line', {
    class: 'cursor',
    x1: at,
    x2: at,
    y1: roundToTenth(y(total)),
    y2: chartArea.bottom + 5,
  });
}

function drawIncome({ income }: State, { picture }: ChildcareFeeWords): Element[] {
  const y = chartArea.bottom + 40;
  return [
    el('text', { class: 'soft start', x: 0, y }, picture.income),
    el('text', { class: 'strong end', x: '100%', y }, picture.incomes(income, Math.round(income / 12))),
  ];
}

/** Draws who bears the running costs of a place, and the part that parents with a full fee pay at most. */
function drawCosts({ costShare }: Bill, { picture: { costs } }: ChildcareFeeWords): Element[] {
  const y = chartArea.bottom + 74;
  const limit = percent(maxParentShare);
  // The two parts add up to 100 % also after rounding.
  const family = Math.round(10 * costShare);
  return [
    el('text', { class: 'soft start', x: 0, y: y - 7 }, costs.title(maxParentShare)),
    el('rect', { class: 'municipality', x: 0, y, width: '100%', height: 8 }),
    el('rect', { class: 'family', x: 0, y, width: percent(costShare), height: 8 }),
    el('line', { class: 'cursor', x1: limit, x2: limit, y1: y - 1, y2: y + 9 }),
    el('text', { class: 'start fee', x: 0, y: y + 25 }, costs.family(family / 10)),
    el('text', { class: 'soft end', x: '100%', y: y + 25 }, costs.municipality((1000 - family) / 10)),
  ];
}
