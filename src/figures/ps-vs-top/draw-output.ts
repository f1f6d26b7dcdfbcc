import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { drawRows } from '../stage/table.ts';
import { findCpuDivisor, inSeconds } from './describe.ts';
import { readAt, tabulate, type Frame, type State } from './model/index.ts';
import { printFirstFrame, printFull, printPs, printTop, type Printed } from './print.ts';
import type { PsVsTopWords } from './words.ts';

/** What the tools print at the moment of a state, as a terminal shows it: under each command, what its figure is. */
export function drawOutput(state: State, { output }: PsVsTopWords): Element {
  const reading = readAt(state);
  const { ps, top, firstFrame } = reading;
  const tell = ({ interval, isCapped }: Frame): string =>
    output.top(inSeconds(interval), findCpuDivisor(state), isCapped);
  const runs: readonly Run[] = [
    { printed: printPs(reading), kind: 'mean', note: output.ps },
    { printed: printFull(reading), kind: 'mean', note: output.c(ps.isCapped) },
    { printed: printTop(state, reading), kind: 'latest', note: tell(top) },
    { printed: printFirstFrame(state, reading), kind: 'latest', note: output.firstFrame(tell(firstFrame)) },
  ];
  return el('pre', { class: 'figure-output', tabindex: 0 }, runs.map(drawRun));
}

interface Run {
  printed: Printed;
  /** The line in the chart that its figure belongs to. */
  kind: 'mean' | 'latest';
  note: string;
}

function drawRun({ printed: { command, header, row }, kind, note }: Run, nth: number): Content[] {
  const [before, figure, after] = row;
  return [
    nth > 0 && '\n\n',
    el('span', {}, '# ', note),
    `\n$ ${command}\n${header}\n${before}`,
    el('b', { class: kind }, figure),
    after,
  ];
}

/** What the tools print, every five seconds of a life. */
export function drawTable(state: State, { table }: PsVsTopWords): Element {
  const heads = [table.age, table.used, table.ps, table.c, table.top(inSeconds(state.interval))];
  const rows = tabulate(state).map(({ moment, counters, ps, top }) => {
    return [inSeconds(moment), counters.used.toLocaleString('en'), ps.cpu, ps.c, top.cpu];
  });
  return drawRows(heads, rows, 'right');
}
