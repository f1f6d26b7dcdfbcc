import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layOut } from '../../../tools/report/format-table.ts';
import { readProcesses, type ProcessReading } from '../../../testing/procps/kernel.ts';
import { createLoads, stopProcess, waitUntil } from '../../../testing/procps/load.ts';
import { askPs, findProcps } from '../../../testing/procps/procps.ts';
import { watchTop, type WatchedFrame } from '../../../testing/procps/watch-top.ts';
import { ps } from './ps.ts';
import { findRelease, releases, type Release } from './release.ts';
import { top } from './top.ts';

const procps = findProcps();
const release = procps.type === 'present' ? findRelease(procps.ps) : undefined;
const absence = findAbsence();
const note = absence === undefined ? '' : ` (did not run: ${absence})`;
if (note !== '') console.warn(`What the model says of ps and top was not compared with the programs${note}.`);

/** What a tool has printed, and the least and the most that the model says it can have, between two readings. */
interface Comparison {
  tool: string;
  name: ProcessName;
  printed: string;
  least: string;
  most: string;
}

type ProcessName = 'busy' | 'idle' | 'stopped' | 'two threads';

describe.skipIf(absence !== undefined)(
  `What the model says of real processes${note}`,
  { timeout: 120_000 },
  () => {
    const loads = createLoads();
    const comparisons: Comparison[] = [];
    const frozen: number[] = [];
    const fading: { printed: string; possible: readonly string[] }[] = [];
    let names = new Map<number, ProcessName>();
    let threads = 0;
    let looks: WatchedFrame[][] = [];

    beforeAll(async () => {
      const stopped = loads.startLoop('x) R 9 (y');
      const pair = loads.start(process.execPath, ['-e', twoThreads]);
      names = new Map([
        [loads.startLoop('busy'), 'busy'],
        [loads.start('sleep', ['120']), 'idle'],
        [stopped, 'stopped'],
        [pair, 'two threads'],
      ]);
      const pids = [...names.keys()];
      comparisons.push(...comparePs('ps, young', names));

      await waitUntil(() => (readProcesses([stopped]).get(stopped)?.used ?? 0) >= 20);
      await stopProcess(stopped);
      const noteStopped = (): number => frozen.push(readProcesses([stopped]).get(stopped)?.used ?? NaN);
      noteStopped();
      comparisons.push(...comparePs('ps, stopped', names));
      for (let time = 0; time < 20; time += 1) fading.push(askExactly(stopped));
      looks = await watchTop(pids, 3);
      comparisons.push(...comparePs('ps, older', names), ...compareFrames(looks, names));
      noteStopped();
      threads = readProcesses([pair]).get(pair)?.threads ?? NaN;

      console.log(`${procps.type === 'present' ? procps.ps : ''}\n${tableOf(comparisons)}`);
    }, 120_000);

    afterAll(() => loads.end());

    test('covers each tool and process', () => {
      const tools = ['ps, young', 'ps, stopped', 'ps, older'].flatMap((tool) => [
        `${tool}: %CPU`,
        `${tool}: C`,
      ]);
      const all = [...tools, 'top, first frame', 'top, second look', 'top, third look'];
      const expected = all.flatMap((tool) => [...names.values()].map((name) => `${tool} ${name}`));
      expect(comparisons.map(({ tool, name }) => `${tool} ${name}`).sort()).toEqual(expected.sort());
    });

    test('is what the tools print, between the readings before and after', () => {
      const astray = comparisons.filter(
        ({ printed, least, most }) =>
          !(Number(printed) >= Number(least) && Number(printed) <= Number(most)) || !isPrinted(printed),
      );
      expect(astray).toEqual([]);
    });

    test('is exact where nothing moves: a stopped process has frozen counters, and top says 0.0', () => {
      expect(frozen[0]).toBeGreaterThanOrEqual(20);
      expect(frozen[1]).toBe(frozen[0]);
      const ofTop = comparisons.filter(({ tool, name }) => tool.startsWith('top') && name === 'stopped');
      expect(ofTop.map(({ printed, least, most }) => [printed, least, most])).toEqual(
        ofTop.map(() => ['0.0', '0.0', '0.0']),
      );
    });

    test('is what ps prints of a stopped process, to the last digit', () => {
      expect(fading).toHaveLength(20);
      expect(fading.filter(({ printed, possible }) => !possible.includes(printed))).toEqual([]);
    });

    test('lets ps fade while a process is stopped, where top is at zero at once', () => {
      const [, before = NaN, after = NaN] = comparisons
        .filter(({ tool, name }) => tool.endsWith('%CPU') && name === 'stopped')
        .map(({ printed }) => Number(printed));
      // On a machine that leaves it next to nothing, a tenth may take long to fade.
      expect(after).toBeLessThanOrEqual(before);
      expect(after).toBeGreaterThan(0);
    });

    test('rests on ticks that top has counted as well, in the column TIME+', () => {
      const counted = looks.flat().flatMap(({ rows, before, after }) =>
        rows.map(({ pid, used }) => {
          const [earlier = NaN, later = NaN] = [before.get(pid)?.used, after.get(pid)?.used];
          return { name: names.get(pid), used, isBetween: earlier <= used && used <= later };
        }),
      );
      expect(counted.filter(({ isBetween }) => !isBetween)).toEqual([]);
    });

    test('waits as long before the first frame as the release says', () => {
      const [first] = looks.flat();
      const [before] = first?.before.values() ?? [];
      const [after] = first?.after.values() ?? [];
      expect((after?.uptime ?? NaN) - (before?.uptime ?? NaN)).toBeGreaterThanOrEqual(rules().pause);
    });

    test('knows of all threads', () => {
      expect(threads).toBeGreaterThanOrEqual(2);
    });
  },
);

/** Works in its main thread and in another one, until it is ended or half a minute has passed. */
const twoThreads = `
const { Worker } = require('node:worker_threads');
const loop = 'const end = Date.now() + 30_000; while (Date.now() < end);';
new Worker(loop, { eval: true }).once('online', () => eval(loop));`;

function comparePs(tool: string, names: ReadonlyMap<number, ProcessName>): Comparison[] {
  const pids = [...names.keys()];
  const before = readProcesses(pids);
  const printed = askPs(pids);
  const after = readProcesses(pids);
  return [...names].flatMap(([pid, name]): Comparison[] => {
    const said = printed.get(pid) ?? { cpu: '', c: '' };
    const possible = psBetween(before.get(pid), after.get(pid));
    return [
      { tool: `${tool}: %CPU`, name, printed: said.cpu, ...extremes(possible.map(({ cpu }) => cpu)) },
      { tool: `${tool}: C`, name, printed: said.c, ...extremes(possible.map(({ c }) => c)) },
    ];
  });
}

/** What ps prints of a stopped process, and what it can print at each tick from before to after: a few figures, if that many. */
function askExactly(pid: number): { printed: string; possible: string[] } {
  const before = readProcesses([pid]).get(pid);
  const printed = askPs([pid]).get(pid)?.cpu ?? '';
  const after = readProcesses([pid]).get(pid);
  return { printed, possible: psBetween(before, after).map(({ cpu }) => cpu) };
}

/** What ps can print: for the ticks of either reading, at each tick of the clock from one to the other. */
function psBetween(before?: ProcessReading, after?: ProcessReading): ReturnType<typeof ps>[] {
  if (before === undefined || after === undefined) return [];
  const clock = Array.from({ length: after.uptime - before.uptime + 1 }, (_, at) => before.uptime + at);
  return clock.flatMap((uptime) =>
    [before, after].map(({ used, start }) => ps({ used, start, uptime }, rules())),
  );
}

/** The first frame of each look beside the last one before it. */
function compareFrames(
  looks: readonly (readonly WatchedFrame[])[],
  names: ReadonlyMap<number, ProcessName>,
): Comparison[] {
  return looks.flatMap(([frame], at) =>
    [...names].map(([pid, name]): Comparison => {
      const tool = `top, ${['first frame', 'second look', 'third look'][at] ?? at}`;
      if (frame === undefined) return { tool, name, printed: '', least: '', most: '' };
      const printed = frame.rows.find((row) => row.pid === pid)?.cpu ?? '';
      const earlier = looks[at - 1]?.at(-1);
      const between = earlier === undefined ? firstFrame(frame, pid) : laterFrame(earlier, frame, pid);
      return { tool, name, printed, ...between };
    }),
  );
}

type Extremes = Pick<Comparison, 'least' | 'most'>;

/** Two looks within one pair of readings, at least the pause apart: the earlier may have seen any of the ticks. */
function firstFrame({ before, after }: WatchedFrame, pid: number): Extremes {
  const [from, to] = readingsOf(before, after, pid);
  return topBetween([0, to.used - from.used], [rules().pause, to.uptime - from.uptime], to.threads);
}

/** One look within each of two pairs of readings. */
function laterFrame(earlier: WatchedFrame, later: WatchedFrame, pid: number): Extremes {
  const [first, second] = readingsOf(earlier.before, earlier.after, pid);
  const [third, last] = readingsOf(later.before, later.after, pid);
  return topBetween(
    [third.used - second.used, last.used - first.used],
    [third.uptime - second.uptime, last.uptime - first.uptime],
    last.threads,
  );
}

function topBetween(
  [fewest, most]: readonly [number, number],
  [shortest, longest]: readonly [number, number],
  threads: number,
): Extremes {
  // A clock of nanoseconds stands up to a tick further on than /proc/uptime tells.
  const hidden = rules().clock === 'clock-call' ? 1 : 0;
  const says = (used: number, ticks: number): string =>
    top({ used, seconds: ticks / 100, threads, cpus: cpus(), mode: 'irix' }, rules()).cpu;
  return {
    least: says(Math.max(fewest, 0), longest + hidden),
    most: says(most, shortest - hidden),
  };
}

function readingsOf(
  before: ReadonlyMap<number, ProcessReading>,
  after: ReadonlyMap<number, ProcessReading>,
  pid: number,
): [ProcessReading, ProcessReading] {
  const [from, to] = [before.get(pid), after.get(pid)];
  if (from === undefined || to === undefined) throw new Error(`Nothing was read of process ${pid}`);
  return [from, to];
}

function extremes(printed: readonly string[]): Extremes {
  const [least = '', ...others] = [...printed].sort((one, other) => Number(one) - Number(other));
  return { least, most: others.at(-1) ?? least };
}

/** Whether a figure has the form in which the tools print them: a decimal, or none. */
function isPrinted(text: string): boolean {
  return /^\d+(?:\.\d)?$/.test(text);
}

/** Why there is nothing to compare the model with, where that is so. */
function findAbsence(): string | undefined {
  if (procps.type === 'missing') return procps.why;
  if (release === undefined) return `nothing is known of ${procps.ps}`;
  if (findRelease(procps.top) === release) return undefined;
  return `${procps.ps} and ${procps.top} are of different releases`;
}

function rules(): Release {
  return release ?? releases[0];
}

/** As many as `top` counts. */
function cpus(): number {
  return readFileSync('/proc/stat', 'utf8').match(/^cpu\d/gm)?.length ?? 1;
}

function tableOf(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ tool, name, printed, least, most }) => [
    tool,
    name,
    printed,
    least,
    most,
    (Number(printed) - (Number(least) + Number(most)) / 2).toFixed(2),
  ]);
  return layOut([['tool', 'process', 'printed', 'least', 'most', 'from the middle'], ...rows], 2);
}
