import type { Element } from 'hast';
import { el, type Content } from './element.ts';

/** Rows of cells under their heads; numbers are set to the right. */
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
