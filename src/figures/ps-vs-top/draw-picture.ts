import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import { percent } from '../stage/position.ts';
import type { CreateScale } from '../stage/scale.ts';
import { blockArea, chartArea, pictureHeight, timeAxis, type Area, type Scales } from './areas.ts';
import { formatValues } from './describe.ts';
import { drawBlocks } from './draw-blocks.ts';
import { drawChart } from './draw-chart.ts';
import { drawTimes } from './draw-times.ts';
import { drawValues } from './draw-values.ts';
import { computeReading, levelLimit, timelineLength, type State } from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/**
 * Draws what `ps` and `top` print as numbers and as two rectangles (time × percentage = CPU time), and below them the load that they
 * come from, on the same time axis.
 */
export function drawPicture(state: State, words: PsVsTopWords, createScale: CreateScale): Element {
  const reading = computeReading(state);
  const limit = levelLimit(state);
  const x = createScale([0, timelineLength], [timeAxis.left, timeAxis.right]);
  const scalesOf = ({ top, bottom }: Area): Scales => ({ x, y: createScale([0, limit], [bottom, top]) });
  const cursor = percent(x(state.moment));
  return el(
    'svg',
    {
      role: 'img',
      'aria-label': words.picture.label(reading.ps.cpu, reading.top.cpu),
      width: '100%',
      height: pictureHeight,
    },
    drawValues(formatValues(state, reading, words)),
    drawBlocks(reading, limit, scalesOf(blockArea)),
    el('line', { class: 'cursor', x1: cursor, x2: cursor, y1: blockArea.bottom, y2: chartArea.bottom }),
    drawChart(state, reading, words.picture, scalesOf(chartArea)),
    drawTimes(state.moment, x, words),
  );
}
