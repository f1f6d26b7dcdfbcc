import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { percent, placeAt, roundToTenth } from '../stage/position.ts';
import type { CreateScale } from '../stage/scale.ts';
import { chartArea, type Scales } from './chart-area.ts';
import { drawCosts, drawIncome, drawNumbers } from './draw-numbers.ts';
import { drawAxes, drawGhosts, drawStaircase, gridFees } from './draw-staircase.ts';
import { computeBill, ranges, type Bill, type State } from './model/index.ts';
import type { ChildcareFeeWords } from './words.ts';

interface Options {
  /** Whether to draw arrows beside the point, which invite to drag it. */
  isDraggable: boolean;
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
