import type { Element } from 'hast';
import { el, type Content } from './element.ts';
import type { StageWords } from './words.ts';

/** Draws a table with a header row; tables of numbers are aligned right. */
export function drawRows(
  heads: readonly string[],
  rows: readonly (readonly Content[])[],
  align?: 'right',
): Element {
  const aligned = align && { align };
  return el(
    'table',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', { scope: 'col', ...aligned }, head)),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map((cells) =>
        el(
          'tr',
          {},
          cells.map((cell) => el('td', { ...aligned }, cell)),
        ),
      ),
    ),
  );
}

/** Draws the data table of a static figure: a `details` element, so that it opens without JavaScript. */
export function drawStaticTable(table: Element, { data }: StageWords): Element {
  return el('details', { class: 'figure-data' }, el('summary', {}, data), drawScrollable(table, data));
}

/** Draws a box with an accessible name in which a wide table scrolls sideways. */
export function drawScrollable(table: Element, label: string): Element {
  return el('div', { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': label }, table);
}
