import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from './fixtures/arbitraries.ts';
import { fragmentToState, computeReading } from './model/index.ts';
import { printFirstFrame, printFull, printPs, printTop, type ToolOutput } from './print.ts';

const lines = ({ command, header, row }: ToolOutput): string => `$ ${command}\n${header}\n${row.join('')}`;

describe('The output of the tools', () => {
  test('has the layout of the real tools', () => {
    const state = fragmentToState('load=100x20,40x40&at=40.5&every=5&procps=4.0.6');
    const reading = computeReading(state);
    const all = [
      printPs(reading),
      printFull(reading),
      printTop(state, reading),
      printFirstFrame(state, reading),
    ];
    expect(all.map(lines).join('\n\n')).toBe(`$ ps -o pid,%cpu,etime,time -p 4242
  PID %CPU     ELAPSED     TIME
 4242 69.6       00:40 00:00:28

$ ps -f -p 4242
UID        PID  PPID  C STIME TTY          TIME CMD
me        4242     1 69 10:00 pts/0    00:00:28 work

$ top -b -d 5 -p 4242
  PID ⋯ S  %CPU ⋯     TIME+ COMMAND
 4242 ⋯ R  40.0 ⋯   0:28.20 work

$ top -b -n 1 -p 4242
  PID ⋯ S  %CPU ⋯     TIME+ COMMAND
 4242 ⋯ R  40.0 ⋯   0:28.20 work`);
  });

  test('contains the percentages of the model, right-aligned with the headers of their columns', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const reading = computeReading(state);
        for (const [{ header, row }, percentage, column] of [
          [printPs(reading), reading.ps.cpu, '%CPU'],
          [printFull(reading), reading.ps.c, ' C'],
          [printTop(state, reading), reading.top.cpu, '%CPU'],
          [printFirstFrame(state, reading), reading.firstFrame.cpu, '%CPU'],
        ] as const) {
          const [before, printed] = row;
          expect(printed.trim()).toBe(percentage);
          expect(before.length + printed.length).toBe(header.indexOf(column) + column.length);
        }
      }),
    );
  });

  test('has an age in whole seconds, for which older releases truncate clock and start time separately', () => {
    const elapsed = (pairs: string): string | undefined =>
      printPs(computeReading(fragmentToState(pairs)))
        .row[2].trim()
        .split(' ')[0];
    const releases = ['3.3.0', '3.3.6', '4.0.0', '4.0.1', '4.0.4', '4.0.5', '4.0.6'];
    expect(releases.map((release) => elapsed(`at=5.7&procps=${release}`))).toEqual([
      ...['00:06', '00:06', '00:05', '00:05', '00:05', '00:05', '00:05'],
    ]);
  });

  test('shows the process as sleeping (S) while its load is 0', () => {
    const state = fragmentToState('preset=woke-up-late&at=20');
    expect(printTop(state, computeReading(state)).row[0]).toBe(' 4242 ⋯ S ');
  });
});
