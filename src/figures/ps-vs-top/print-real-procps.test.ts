import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProcesses } from '../../testing/procps/kernel.ts';
import { createLoads, stopProcess, waitUntil } from '../../testing/procps/load.ts';
import { findProcps, plainEnvironment } from '../../testing/procps/procps.ts';
import { fragmentToState, readAt } from './model/index.ts';
import { printFirstFrame, printFull, printPs, printTop, type Printed } from './print.ts';

const procps = findProcps();
const note = procps.type === 'missing' ? ` (did not run: ${procps.why})` : '';
if (note !== '') console.warn(`What the figure prints was not compared with the programs${note}.`);

/** A column as it is set: its name, how far its edge is from the edge of the one before, and what stands in it. */
interface Column {
  name: string;
  advance: number;
  /** Whether its value begins, or ends, where its name does. */
  isUnderName: boolean;
  value: string;
}

describe.skipIf(procps.type === 'missing')(
  `What the figure prints, beside the real programs${note}`,
  { timeout: 60_000 },
  () => {
    const loads = createLoads();
    let real: Record<'ps' | 'full' | 'top', { columns: Column[]; lines: string }>;
    let drawn: Record<'ps' | 'full' | 'top' | 'first', Column[]>;

    beforeAll(async () => {
      const pid = loads.startLoop('work');
      await waitUntil(() => (readProcesses([pid]).get(pid)?.used ?? 0) >= 113);
      await stopProcess(pid);
      real = {
        ps: ask('ps', ['-o', 'pid,%cpu,etime,time', '-p', `${pid}`]),
        full: ask('ps', ['-f', '-p', `${pid}`]),
        top: ask('top', ['-b', '-n', '1', '-p', `${pid}`]),
      };
      console.log(
        Object.values(real)
          .map(({ lines }) => lines)
          .join('\n\n'),
      );

      const used = readProcesses([pid]).get(pid)?.used ?? 0;
      const age = secondsOf(cellOf(real.ps.columns, 'ELAPSED'));
      const state = fragmentToState(`load=100x59&at=${age}`);
      const begun = readAt(state);
      const reading = { ...begun, counters: { ...begun.counters, used } };
      drawn = {
        ps: columnsOf(printPs(reading)),
        full: columnsOf(printFull(reading)),
        top: columnsOf(printTop(state, reading)),
        first: columnsOf(printFirstFrame(state, reading)),
      };
    }, 60_000);

    afterAll(() => loads.end());

    test.each(['ps', 'full'] as const)('has all columns of %s where it has them', (tool) => {
      expect(drawn[tool].map(settingOf)).toEqual(real[tool].columns.map(settingOf));
    });

    test.each(['top', 'first'] as const)(
      'has the columns of top that it shows as wide as they are: %s',
      (frame) => {
        const names = drawn[frame].map(({ name }) => name).filter((name) => name !== '⋯');
        expect(names).toEqual(['PID', 'S', '%CPU', 'TIME+', 'COMMAND']);
        const shown = (columns: readonly Column[]) =>
          columns.filter(({ name }) => names.includes(name)).map(settingOf);
        expect(shown(drawn[frame])).toEqual(shown(real.top.columns));
      },
    );

    test('leaves out columns of top only where it says so', () => {
      const names = real.top.columns.map(({ name }) => name);
      const shown = drawn.top.map(({ name }) => name);
      const told = names.map((name) => (shown.includes(name) ? name : '⋯'));
      expect(told.filter((name, nth) => name !== '⋯' || told[nth - 1] !== '⋯')).toEqual(shown);
    });

    test('writes times as they do, of the same ticks to the last digit', () => {
      for (const name of ['ELAPSED', 'TIME'])
        expect(cellOf(drawn.ps, name)).toBe(cellOf(real.ps.columns, name));
      expect(cellOf(drawn.full, 'TIME')).toBe(cellOf(real.full.columns, 'TIME'));
      expect(cellOf(drawn.top, 'TIME+')).toBe(cellOf(real.top.columns, 'TIME+'));
      expect(cellOf(drawn.full, 'STIME')).toMatch(/^\d\d:\d\d$/);
      expect(cellOf(real.full.columns, 'STIME')).toMatch(/^(\d\d:\d\d|\w{3}\d\d)$/);
    });

    test('writes figures in the forms that they have: one decimal, and none in C', () => {
      for (const columns of [drawn.ps, real.ps.columns, drawn.top, drawn.first, real.top.columns])
        expect(cellOf(columns, '%CPU')).toMatch(/^\d+(\.\d)?$/);
      for (const columns of [drawn.full, real.full.columns]) expect(cellOf(columns, 'C')).toMatch(/^\d\d?$/);
      for (const columns of [drawn.top, real.top.columns]) expect(cellOf(columns, 'S')).toMatch(/^[RST]$/);
    });

    test('calls the tools by options that they know', () => {
      const { ps, full, top } = real;
      for (const { lines } of [ps, full, top]) expect(lines).not.toMatch(/error|usage|invalid/i);
    });
  },
);

/** What a tool prints of one process: its last line, and its header above that. */
function ask(tool: string, args: readonly string[]): { columns: Column[]; lines: string } {
  const { stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', env: plainEnvironment });
  const [header = '', row = ''] = stdout.trimEnd().split('\n').slice(-2);
  return { columns: toColumns(header, row, findPidRoom()), lines: `${stderr}${header}\n${row}` };
}

function columnsOf({ header, row }: Printed): Column[] {
  return toColumns(header, row.join(''), 0);
}

/** The columns of a header and a row; the last takes all that is left of the row. */
function toColumns(header: string, row: string, pidRoom: number): Column[] {
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
      advance: name.endsWith('PID') ? advance - pidRoom : advance,
      isUnderName: isLeft ? start === head.index : start + text.length === end,
      value: nth === heads.length - 1 ? row.slice(start) : text,
    };
  });
}

const leftColumns = ['UID', 'USER', 'TTY', 'CMD', 'COMMAND'];

function settingOf({ name, advance, isUnderName }: Column): Omit<Column, 'value'> {
  return { name, advance, isUnderName };
}

function cellOf(columns: readonly Column[], name: string): string {
  return columns.find((column) => column.name === name)?.value ?? '';
}

/** `01:02` in seconds. */
function secondsOf(elapsed: string): number {
  const [minutes = NaN, seconds = NaN] = elapsed.split(':').map(Number);
  return 60 * minutes + seconds;
}

/** By how much ids are set wider here than where there can be five digits of them, as in the figure. */
function findPidRoom(): number {
  if (procps.type === 'missing') return 0;
  return Math.max(String(Number(readFileSync('/proc/sys/kernel/pid_max', 'utf8')) - 1).length - 5, 0);
}
