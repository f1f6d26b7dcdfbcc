import type { Element } from 'hast';
import { drawBars, frameSign, signSize, type Bar } from '../stage/sign.ts';
import { computeBill, fragmentToState, ranges } from './model/index.ts';

const columns = 12;
const gap = 2;
const floor = 1.5;

/** Draws the sign: the fee as a staircase over a floor, at evenly spaced incomes of the figure’s first family. */
export function drawSign(): Element {
  const state = fragmentToState('');
  const { min, max } = ranges.income;
  const width = (signSize.width + gap) / columns;
  const bars = Array.from({ length: columns }, (_, column): Bar => {
    const income = min + ((max - min) * column) / (columns - 1);
    const { total, fullTotal } = computeBill({ ...state, income });
    const height = ((signSize.height - floor) * total) / fullTotal;
    return { x: column * width, y: signSize.height - floor - height, width: width - gap, height };
  });
  return frameSign(
    drawBars(
      'accent',
      bars.filter(({ height }) => height > 0),
    ),
    drawBars('ink', [{ x: 0, y: signSize.height - floor, width: signSize.width, height: floor }]),
  );
}
