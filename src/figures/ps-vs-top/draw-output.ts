import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { drawPanel } from '../stage/panel.ts';
import { drawRows } from '../stage/table.ts';
import { cpuDivisor, formatSeconds } from './describe.ts';
import { computeReading, tabulate, type Frame, type State } from './model/index.ts';
import { printFirstFrame, printFull, printPs, printTop, type ToolOutput } from './print.ts';
import type { PsVsTopWords } from './words.ts';

/** Draws a panel with a terminal that shows what the tools print at the moment of a state. A comment above each command explains its percentage. */
export function drawOutput(state: State, { output }: PsVsTopWords): Element {
  const reading = computeReading(state);
  const { ps, top, firstFrame } = reading;
  const explain = ({ interval, isCapped }: Frame): string =>
    output.top(formatSeconds(interval), cpuDivisor(state), isCapped);
  const runs: readonly Run[] = [
    { output: printPs(reading), kind: 'mean', note: output.ps },
    { output: printFull(reading), kind: 'mean', note: output.c(ps.isCapped) },
    { output: printTop(state, reading), kind: 'latest', note: explain(top) },
    { output: printFirstFrame(state, reading), kind: 'latest', note: output.firstFrame(explain(firstFrame)) },
  ];
  return drawPanel(output.title, el('pre', { class: 'figure-output', tabindex: 0 }, runs.map(drawRun)));
}

interface Run {
  output: ToolOutput;
  /** The line of the chart that shows the same ratio; it gives the percentage its color. */
  kind: 'mean' | 'latest';
  note: string;
}

function drawRun({ output: { command, header, row }, kind, note }: Run, nth: number): Content[] {
  const [before, percentage, after] = row;
  return [
    nth > 0 && '\n\n',
    el('span', {}, '# ', note),
    `\n$ ${command}\n${header}\n${before}`,
    el('b', { class: kind }, percentage),
    after,
  ];
}

/** Draws a table of what the tools print every five seconds. */
export function drawTable(state: State, { table }: PsVsTopWords): Element {
  const heads = [table.age, table.used, table.ps, table.c, table.top(formatSeconds(state.interval))];
  const rows = tabulate(state).map(({ moment, counters, ps, top }) => {
    return [formatSeconds(moment), counters.used.toLocaleString('en'), ps.cpu, ps.c, top.cpu];
  });
  return drawRows(heads, rows, 'right');
}
