import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { placeAt } from '../stage/position.ts';
import type { CreateScale, Scale } from '../stage/scale.ts';
import { readOut } from './describe.ts';
import { area, hatch } from './draw-blocks.ts';
import { drawDanishBlocks, drawDanishLabels } from './draw-denmark.ts';
import { drawKoreanBlocks, drawKoreanLabels } from './draw-korea.ts';
import { drawStrip } from './draw-people.ts';
import { formatTime, shownDay, type State } from './model/index.ts';
import type { ChildcareDayWords, Readout } from './words.ts';

/** Draws the two days in aligned rows, a line at the time of the pick-up, and the children per adult in law and on the floor. */
export function drawDays(state: State, words: ChildcareDayWords, createScale: CreateScale): Element {
  const y = createScale([shownDay.from, shownDay.to], [area.top, area.bottom]);
  const readouts = readOut(state, words);
  const label = words.label(formatTime(state.pickup), readouts.denmark.value, readouts.korea.value);
  return el(
    'svg',
    { role: 'img', 'aria-label': label, width: '100%', height: area.height },
    drawReadout(area.denmark.left, words.denmark, readouts.denmark),
    drawReadout(area.korea.left, words.korea, readouts.korea),
    drawAxis(y),
    drawDanishBlocks(state, y),
    drawKoreanBlocks(state, y),
    el('line', { class: 'pickup', x1: '0', x2: '100%', y1: y(state.pickup), y2: y(state.pickup) }),
    drawDanishLabels(state, words, y),
    drawKoreanLabels(state, words, y),
    drawTime(state, y),
    drawLegend(words),
    drawStrip(state, words, area.strip),
  );
}

/** Draws what the time of the pick-up means in a country, above its column. */
function drawReadout(left: number, country: string, { value, detail, isLate = false }: Readout): Element[] {
  const x = `${left}%`;
  return [
    el('text', { class: 'start soft', x, y: 12 }, country),
    el('text', { class: `start strong medium${isLate ? ' late' : ''}`, x, y: 35 }, value),
    el('text', { class: 'start', x, y: 55 }, detail),
  ];
}

/** Draws every third hour between the columns, and a grid line. */
function drawAxis(y: Scale): Content[] {
  return [6, 9, 12, 15, 18, 21, 24].flatMap((hour) => [
    el('line', { class: 'grid', x1: '0', x2: '100%', y1: y(hour * 60), y2: y(hour * 60) }),
    el('text', { class: 'soft halo', x: '50%', y: y(hour * 60) + 5 }, hour),
  ]);
}

/** Draws the time of the pick-up on the axis. */
function drawTime({ pickup }: State, y: Scale): Element {
  return placeAt(
    '50%',
    y(pickup),
    el('rect', { class: 'pickup', x: -24, y: -12, width: 48, height: 24, rx: 12 }),
    el('text', { class: 'strong pickup', x: 0, y: 5 }, formatTime(pickup)),
  );
}

/** Explains hatched, solid and dashed parts. */
function drawLegend({ legend }: ChildcareDayWords): Element[] {
  const entries = [
    { x: '0', text: legend.told, style: 'known', sample: el('path', { class: 'hatch', d: hatch(14, 12) }) },
    { x: '36%', text: legend.known, style: 'known' },
    { x: '71%', text: legend.weak, style: 'known weak' },
  ];
  return entries.map(({ x, text, style, sample }) =>
    placeAt(
      x,
      area.legend - 10,
      el('rect', { class: style, x: 0, y: 0, width: 14, height: 12 }),
      sample,
      el('text', { class: 'start soft', x: 20, y: 10 }, text),
    ),
  );
}
