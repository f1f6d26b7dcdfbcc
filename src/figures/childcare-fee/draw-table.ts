import type { Element } from 'hast';
import { drawRows } from '../stage/table.ts';
import { computeBill, ranges, type State } from './model/index.ts';
import type { ChildcareFeeWords } from './words.ts';

/** Draws the fee by income as a table: every 50,000 kr., on both sides of the limits, and the income of the state. */
export function drawTable(state: State, { table, picture }: ChildcareFeeWords): Element {
  const rows = listIncomes(state).map((income) => {
    const { percent, total } = computeBill({ ...state, income });
    return [picture.amount(income), `${percent}%`, picture.amount(total)];
  });
  return drawRows([table.income, table.percent, table.fee], rows, 'right');
}

function listIncomes(state: State): number[] {
  const { min, max } = ranges.income;
  const { lower, upper } = computeBill(state).limits;
  const round = Array.from({ length: (max - min) / 50_000 + 1 }, (_, nth) => min + nth * 50_000);
  const incomes = new Set([...round, lower - 1, lower, upper - 1, upper, state.income]);
  return [...incomes].sort((one, other) => one - other);
}
