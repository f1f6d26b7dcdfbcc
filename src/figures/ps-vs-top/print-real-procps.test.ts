import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProcesses } from '../../testing/procps/kernel.ts';
import { createLoads, stopProcess, waitUntil } from '../../testing/procps/load.ts';
import { findProcps, plainEnvironment } from '../../testing/procps/procps.ts';
import { fragmentToState, computeReading } from './model/index.ts';
import { printFirstFrame, printFull, printPs, printTop, type ToolOutput } from './print.ts';

const procps = findProcps();
const note = procps.type === 'missing' ? ` (skipped: ${procps.reason})` : '';
if (note !== '') console.warn(`The printed layout was not compared with the real programs${note}.`);

/** Layout of a column: its header, the distance of its aligned edge from that of the previous column, and its value. */
interface Column {
  name: string;
  advance: number;
  /** Whether the value is aligned with the header. */
  isUnderName: boolean;
  value: string;
}

describe.skipIf(procps.type === 'missing')(
  `The printed layout, compared with the real programs${note}`,
  { timeout: 60_000 },
  () => {
    const loads = createLoads();
    let real: Record<'ps' | 'full' | 'top', { columns: Column[]; lines: string }>;
    let printed: Record<'ps' | 'full' | 'top' | 'first', Column[]>;

    beforeAll(async () => {
      const pid = loads.startLoop('work');
      await waitUntil(() => (readProcesses([pid]).get(pid)?.used ?? 0) >= 113);
      await stopProcess(pid);
      real = {
        ps: run('ps', ['-o', 'pid,%cpu,etime,time', '-p', `${pid}`]),
        full: run('ps', ['-f', '-p', `${pid}`]),
        top: run('top', ['-b', '-n', '1', '-p', `${pid}`]),
      };
      console.log(
        Object.values(real)
          .map(({ lines }) => lines)
          .join('\n\n'),
      );

      const used = readProcesses([pid]).get(pid)?.used ?? 0;
      const age = secondsOf(cellOf(real.ps.columns, 'ELAPSED'));
      const state = fragmentToState(`load=100x59&at=${age}`);
      const begun = computeReading(state);
      const reading = { ...begun, counters: { ...begun.counters, used } };
      printed = {
        ps: columnsOf(printPs(reading)),
        full: columnsOf(printFull(reading)),
        top: columnsOf(printTop(state, reading)),
        first: columnsOf(printFirstFrame(state, reading)),
      };
    }, 60_000);

    afterAll(() => loads.end());

    test.each(['ps', 'full'] as const)('has all columns of %s at the same positions', (tool) => {
      expect(printed[tool].map(layoutOf)).toEqual(real[tool].columns.map(layoutOf));
    });

    test.each(['top', 'first'] as const)(
      'has the columns of top that it shows in the same widths: %s',
      (frame) => {
        const names = printed[frame].map(({ name }) => name).filter((name) => name !== '⋯');
        expect(names).toEqual(['PID', 'S', '%CPU', 'TIME+', 'COMMAND']);
        const shown = (columns: readonly Column[]) =>
          columns.filter(({ name }) => names.includes(name)).map(layoutOf);
        expect(shown(printed[frame])).toEqual(shown(real.top.columns));
      },
    );

    test('marks every omitted column of top with ⋯', () => {
      const names = real.top.columns.map(({ name }) => name);
      const shown = printed.top.map(({ name }) => name);
      const marked = names.map((name) => (shown.includes(name) ? name : '⋯'));
      expect(marked.filter((name, nth) => name !== '⋯' || marked[nth - 1] !== '⋯')).toEqual(shown);
    });

    test('formats times like the tools, to the last digit', () => {
      for (const name of ['ELAPSED', 'TIME'])
        expect(cellOf(printed.ps, name)).toBe(cellOf(real.ps.columns, name));
      expect(cellOf(printed.full, 'TIME')).toBe(cellOf(real.full.columns, 'TIME'));
      expect(cellOf(printed.top, 'TIME+')).toBe(cellOf(real.top.columns, 'TIME+'));
      expect(cellOf(printed.full, 'STIME')).toMatch(/^\d\d:\d\d$/);
      expect(cellOf(real.full.columns, 'STIME')).toMatch(/^(\d\d:\d\d|\w{3}\d\d)$/);
    });

    test('formats percentages like the tools: one decimal, and none in C', () => {
      for (const columns of [printed.ps, real.ps.columns, printed.top, printed.first, real.top.columns])
        expect(cellOf(columns, '%CPU')).toMatch(/^\d+(\.\d)?$/);
      for (const columns of [printed.full, real.full.columns])
        expect(cellOf(columns, 'C')).toMatch(/^\d\d?$/);
      for (const columns of [printed.top, real.top.columns]) expect(cellOf(columns, 'S')).toMatch(/^[RST]$/);
    });

    test('uses options that the tools accept', () => {
      const { ps, full, top } = real;
      for (const { lines } of [ps, full, top]) expect(lines).not.toMatch(/error|usage|invalid/i);
    });
  },
);

/** Runs a tool for one process and returns the last line of its output and the header above it. */
function run(tool: string, args: readonly string[]): { columns: Column[]; lines: string } {
  const { stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', env: plainEnvironment });
  const [header = '', row = ''] = stdout.trimEnd().split('\n').slice(-2);
  return { columns: toColumns(header, row, extraPidWidth()), lines: `${stderr}${header}\n${row}` };
}

function columnsOf({ header, row }: ToolOutput): Column[] {
  return toColumns(header, row.join(''), 0);
}

/** Parses a header and a row into columns. The last column takes the rest of the row. */
function toColumns(header: string, row: string, pidWidth: number): Column[] {
  const cells = [...row.matchAll(/\S+/g)];
  let before = 0;
  return [...header.matchAll(/\S+/g)].map((head, nth, heads): Column => {
    const [name] = head;
    const [text = '', start = NaN] = [cells[nth]?.[0], cells[nth]?.index];
    const end = head.index + name.length;
    const isLeft = leftColumns.includes(name);
    const advance = (isLeft ? head.index : end) - before;
    before = end;
    return {
      name,
      advance: name.endsWith('PID') ? advance - pidWidth : advance,
      isUnderName: isLeft ? start === head.index : start + text.length === end,
      value: nth === heads.length - 1 ? row.slice(start) : text,
    };
  });
}

const leftColumns = ['UID', 'USER', 'TTY', 'CMD', 'COMMAND'];

function layoutOf({ name, advance, isUnderName }: Column): Omit<Column, 'value'> {
  return { name, advance, isUnderName };
}

function cellOf(columns: readonly Column[], name: string): string {
  return columns.find((column) => column.name === name)?.value ?? '';
}

/** Parses `01:02` into seconds. */
function secondsOf(elapsed: string): number {
  const [minutes = NaN, seconds = NaN] = elapsed.split(':').map(Number);
  return 60 * minutes + seconds;
}

/** Returns how much wider PID columns are on this machine than in the figure, where PIDs have five digits. */
function extraPidWidth(): number {
  if (procps.type === 'missing') return 0;
  return Math.max(String(Number(readFileSync('/proc/sys/kernel/pid_max', 'utf8')) - 1).length - 5, 0);
}
