import type { Element } from 'hast';
import { drawRows } from '../stage/table.ts';
import { danishDay, formatTime, koreanDay, type State } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

/** Draws both days as a table. */
export function drawTable(
  { day }: State,
  { table, danish, korean, denmark, korea }: ChildcareDayWords,
): Element {
  const span = (from: number, to: number): string => `${formatTime(from)}–${formatTime(to)}`;
  const rows = [
    ...danishDay(day).flatMap(({ from, to, care }) =>
      care === 'closing'
        ? []
        : [[denmark, span(from, to), care === 'closed' ? table.closed : danish[care].value]],
    ),
    ...koreanDay.map(({ from, to, care }) => [korea, span(from, to), korean[care].value]),
  ];
  return drawRows(['', table.time, ''], rows);
}
