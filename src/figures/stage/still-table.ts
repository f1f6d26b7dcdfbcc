import type { Element } from 'hast';
import { el } from './element.ts';
import type { StageWords } from './words.ts';

/** The table of a still figure, which a reader can open without scripts; a wide one scrolls by itself. */
export function drawStillTable(table: Element, { data }: StageWords): Element {
  return el(
    'details',
    { class: 'figure-data' },
    el('summary', {}, data),
    el('div', { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': data }, table),
  );
}
