import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { percent, placeAt } from '../stage/position.ts';
import { chartArea } from './chart-area.ts';
import { computeBill, maxParentShare, type Bill, type State } from './model/index.ts';
import type { ChildcareFeeWords, PictureWords } from './words.ts';

/** Draws what the family pays in large numbers, its share of the full fee, and what one more krone of income costs. */
export function drawNumbers(state: State, bill: Bill, { picture }: ChildcareFeeWords): Content[] {
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

/** Draws the income below its axis. */
export function drawIncome({ income }: State, { picture }: ChildcareFeeWords): Element[] {
  const y = chartArea.bottom + 40;
  return [
    el('text', { class: 'soft start', x: 0, y }, picture.income),
    el('text', { class: 'strong end', x: '100%', y }, picture.incomes(income, Math.round(income / 12))),
  ];
}

/** Draws who bears the running costs of a place, and the part that parents with a full fee pay at most. */
export function drawCosts({ costShare }: Bill, { picture: { costs } }: ChildcareFeeWords): Element[] {
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
