import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { percent, roundToTenth } from '../stage/position.ts';
import { chartArea, type Scales } from './chart-area.ts';
import { accountFee, listSteps, nationalLimits, ranges, type Bill, type State } from './model/index.ts';
import type { ChildcareFeeWords } from './words.ts';

/**
 * Returns the top of the fee axis and the fees of its grid lines, in kroner a month. They are the same for all municipalities, so
 * that their staircases compare. Two places cost one and a half times as much as one.
 */
export function gridFees({ nursery }: State): { limit: number; lines: number[] } {
  return nursery === 1
    ? { limit: 5_800, lines: [0, 2_000, 4_000] }
    : { limit: 8_700, lines: [0, 3_000, 6_000] };
}

/** Draws grid lines at round fees, and marks the limits of the subsidy on the income axis. */
export function drawAxes(
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
export function drawStaircase(state: State, { y }: Scales): Element {
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
export function drawGhosts(
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
