import type { Element } from 'hast';
import { drawRows } from '../stage/table.ts';
import { danishDay, formatTime, koreanDay, periodAt, type DanishCare, type State } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

/** Draws both days as a table, with a row wherever something changes in one of them. */
export function drawTable({ day }: State, words: ChildcareDayWords): Element {
  const { table, column, korean } = words;
  const danish = danishDay(day);
  const starts = [...new Set([...danish, ...koreanDay].map(({ from }) => from))].sort((a, b) => a - b);
  const rows = starts.map((from, nth) => [
    column.hours(formatTime(from), formatTime(starts[nth + 1] ?? 24 * 60)),
    nameDanish(periodAt(danish, from).care, words),
    korean[periodAt(koreanDay, from).care].value,
  ]);
  return drawRows([table.time, table.denmark, table.korea], rows);
}

function nameDanish(care: DanishCare, { table, danish }: ChildcareDayWords): string {
  return care === 'closing' || care === 'closed' ? table[care] : danish[care].value;
}
