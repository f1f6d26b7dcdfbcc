import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import { inSeconds } from './describe.ts';
import { readAt, tabulate, type State } from './model/index.ts';
import { printFirstFrame, printFull, printPs, printTop, type Printed } from './print.ts';
import type { PsVsTopWords } from './words.ts';

/** What the tools print at the moment of a state, each with a word on what it is. */
export function drawOutput(state: State, { output }: PsVsTopWords): Element {
  const reading = readAt(state);
  const { ps, top, firstFrame } = reading;
  return el(
    'div',
    { class: 'figure-output' },
    drawPrinted(printPs(reading), 'mean', output.ps),
    drawPrinted(printFull(reading), 'mean', output.c(ps.isCapped)),
    drawPrinted(printTop(state, reading), 'latest', output.top(inSeconds(top.interval), state, top.cappedBy)),
    drawPrinted(
      printFirstFrame(state, reading),
      'latest',
      output.firstFrame(inSeconds(firstFrame.interval), firstFrame.cappedBy),
    ),
    el('p', { class: 'figure-note' }, output.columns),
  );
}

function drawPrinted({ command, header, row }: Printed, kind: string, note: string): Element[] {
  const [before, figure, after] = row;
  return [
    el('p', {}, el('code', {}, command), ' ', el('span', {}, note)),
    el('pre', { tabindex: 0 }, header, '\n', before, el('b', { class: kind }, figure), after),
  ];
}

/** What the tools print, every five seconds of a life. */
export function drawTable(state: State, { table }: PsVsTopWords): Element {
  const heads = [table.age, table.used, table.ps, table.c, table.top(inSeconds(state.interval))];
  return el(
    'table',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', { scope: 'col', align: 'right' }, head)),
      ),
    ),
    el(
      'tbody',
      {},
      tabulate(state).map(({ moment, counters, ps, top }) => {
        const cells = [inSeconds(moment), counters.used.toLocaleString('en'), ps.cpu, ps.c, top.cpu];
        return el(
          'tr',
          {},
          cells.map((cell) => el('td', { align: 'right' }, cell)),
        );
      }),
    ),
  );
}
