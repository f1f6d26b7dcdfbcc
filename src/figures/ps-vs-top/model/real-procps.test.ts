import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatColumns } from '../../../tools/report/format-table.ts';
import { findProcps, findRelease, runPs } from '../../../testing/procps/procps.ts';
import { readProcesses, type ProcessReading } from '../../../testing/procps/kernel.ts';
import { createLoads, stopProcess, waitUntil } from '../../../testing/procps/load.ts';
import { watchTop, type WatchedFrame } from '../../../testing/procps/watch-top.ts';
import { computePs } from './ps.ts';
import { releases, type Release } from './release.ts';
import { computeTop } from './top.ts';

const procps = findProcps();
const release = procps.type === 'present' ? findRelease(procps.ps) : undefined;
const skipReason = findSkipReason();
const note = skipReason === undefined ? '' : ` (skipped: ${skipReason})`;
if (note !== '') console.warn(`The model was not compared with the real ps and top${note}.`);

/** A printed value, and the range in which the model expects it, from readings of `/proc` before and after. */
interface Comparison {
  tool: string;
  name: ProcessName;
  printed: string;
  least: string;
  most: string;
}

type ProcessName = 'busy' | 'idle' | 'stopped' | 'two threads';

describe.skipIf(skipReason !== undefined)(
  `The model, compared with real processes${note}`,
  { timeout: 120_000 },
  () => {
    const loads = createLoads();
    const comparisons: Comparison[] = [];
    const frozen: number[] = [];
    const fading: { printed: string; possible: readonly string[] }[] = [];
    let names = new Map<number, ProcessName>();
    let threads = 0;
    let runs: WatchedFrame[][] = [];

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
      const recordStopped = (): number => frozen.push(readProcesses([stopped]).get(stopped)?.used ?? NaN);
      recordStopped();
      comparisons.push(...comparePs('ps, stopped', names));
      for (let time = 0; time < 20; time += 1) fading.push(comparePsExactly(stopped));
      runs = await watchTop(pids, 3);
      comparisons.push(...comparePs('ps, older', names), ...compareFrames(runs, names));
      recordStopped();
      threads = readProcesses([pair]).get(pair)?.threads ?? NaN;

      console.log(`${procps.type === 'present' ? procps.ps : ''}\n${tableOf(comparisons)}`);
    }, 120_000);

    afterAll(() => loads.end());

    test('is compared for each tool and process', () => {
      const tools = ['ps, young', 'ps, stopped', 'ps, older'].flatMap((tool) => [
        `${tool}: %CPU`,
        `${tool}: C`,
      ]);
      const all = [...tools, 'top, first frame', 'top, second run', 'top, third run'];
      const expected = all.flatMap((tool) => [...names.values()].map((name) => `${tool} ${name}`));
      expect(comparisons.map(({ tool, name }) => `${tool} ${name}`).sort()).toEqual(expected.sort());
    });

    test('expects every printed value', () => {
      const outside = comparisons.filter(
        ({ printed, least, most }) =>
          !(Number(printed) >= Number(least) && Number(printed) <= Number(most)) || !isPrinted(printed),
      );
      expect(outside).toEqual([]);
    });

    test('expects exactly 0.0 from top for a stopped process, whose counters are frozen', () => {
      expect(frozen[0]).toBeGreaterThanOrEqual(20);
      expect(frozen[1]).toBe(frozen[0]);
      const ofTop = comparisons.filter(({ tool, name }) => tool.startsWith('top') && name === 'stopped');
      expect(ofTop.map(({ printed, least, most }) => [printed, least, most])).toEqual(
        ofTop.map(() => ['0.0', '0.0', '0.0']),
      );
    });

    test('expects the output of ps for a stopped process to the last digit', () => {
      expect(fading).toHaveLength(20);
      expect(fading.filter(({ printed, possible }) => !possible.includes(printed))).toEqual([]);
    });

    test('is right that ps only decreases slowly while a process is stopped', () => {
      const [, before = NaN, after = NaN] = comparisons
        .filter(({ tool, name }) => tool.endsWith('%CPU') && name === 'stopped')
        .map(({ printed }) => Number(printed));
      // On a busy machine the process may get so little CPU time that its value stays the same for long.
      expect(after).toBeLessThanOrEqual(before);
      expect(after).toBeGreaterThan(0);
    });

    test('uses the same ticks as top shows in column TIME+', () => {
      const counted = runs.flat().flatMap(({ rows, before, after }) =>
        rows.map(({ pid, used }) => {
          const [earlier = NaN, later = NaN] = [before.get(pid)?.used, after.get(pid)?.used];
          return { name: names.get(pid), used, isBetween: earlier <= used && used <= later };
        }),
      );
      expect(counted.filter(({ isBetween }) => !isBetween)).toEqual([]);
    });

    test('has the right pause before the first frame of the release', () => {
      const [first] = runs.flat();
      const [before] = first?.before.values() ?? [];
      const [after] = first?.after.values() ?? [];
      expect((after?.uptime ?? NaN) - (before?.uptime ?? NaN)).toBeGreaterThanOrEqual(rules().pause);
    });

    test('is compared with a process of several threads', () => {
      expect(threads).toBeGreaterThanOrEqual(2);
    });
  },
);

/** Keeps two threads busy for half a minute, or until it is killed. */
const twoThreads = `
const { Worker } = require('node:worker_threads');
const loop = 'const end = Date.now() + 30_000; while (Date.now() < end);';
new Worker(loop, { eval: true }).once('online', () => eval(loop));`;

function comparePs(tool: string, names: ReadonlyMap<number, ProcessName>): Comparison[] {
  const pids = [...names.keys()];
  const before = readProcesses(pids);
  const printed = runPs(pids);
  const after = readProcesses(pids);
  return [...names].flatMap(([pid, name]): Comparison[] => {
    const values = printed.get(pid) ?? { cpu: '', c: '' };
    const possible = psBetween(before.get(pid), after.get(pid));
    return [
      { tool: `${tool}: %CPU`, name, printed: values.cpu, ...extremes(possible.map(({ cpu }) => cpu)) },
      { tool: `${tool}: C`, name, printed: values.c, ...extremes(possible.map(({ c }) => c)) },
    ];
  });
}

/** Returns what `ps` prints for a stopped process, and the few values that the model allows. */
function comparePsExactly(pid: number): { printed: string; possible: string[] } {
  const before = readProcesses([pid]).get(pid);
  const printed = runPs([pid]).get(pid)?.cpu ?? '';
  const after = readProcesses([pid]).get(pid);
  return { printed, possible: psBetween(before, after).map(({ cpu }) => cpu) };
}

/** Lists what `ps` can print between two readings: for the CPU time of either, at each tick of the clock between them. */
function psBetween(before?: ProcessReading, after?: ProcessReading): ReturnType<typeof computePs>[] {
  if (before === undefined || after === undefined) return [];
  const clock = Array.from({ length: after.uptime - before.uptime + 1 }, (_, at) => before.uptime + at);
  return clock.flatMap((uptime) =>
    [before, after].map(({ used, start }) => computePs({ used, start, uptime }, rules())),
  );
}

/** Compares the first frame of each run of `top` with the last frame before it. */
function compareFrames(
  runs: readonly (readonly WatchedFrame[])[],
  names: ReadonlyMap<number, ProcessName>,
): Comparison[] {
  return runs.flatMap(([frame], at) =>
    [...names].map(([pid, name]): Comparison => {
      const tool = `top, ${['first frame', 'second run', 'third run'][at] ?? at}`;
      if (frame === undefined) return { tool, name, printed: '', least: '', most: '' };
      const printed = frame.rows.find((row) => row.pid === pid)?.cpu ?? '';
      const earlier = runs[at - 1]?.at(-1);
      const between = earlier === undefined ? firstFrame(frame, pid) : laterFrame(earlier, frame, pid);
      return { tool, name, printed, ...between };
    }),
  );
}

type Extremes = Pick<Comparison, 'least' | 'most'>;

/** Bounds for the first frame: `top` reads `/proc` twice between `before` and `after`, at least the pause apart, so it may miss some ticks. */
function firstFrame({ before, after }: WatchedFrame, pid: number): Extremes {
  const [from, to] = readingsOf(before, after, pid);
  return topBetween([0, to.used - from.used], [rules().pause, to.uptime - from.uptime], to.threads);
}

/** Bounds for a later frame: `top` reads `/proc` once within each of two pairs of readings. */
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
  // A nanosecond clock can be up to a tick ahead of `/proc/uptime`, which is truncated.
  const hidden = rules().clock === 'clock-call' ? 1 : 0;
  const print = (used: number, ticks: number): string =>
    computeTop({ used, seconds: ticks / 100, threads, cpus: cpus(), mode: 'irix' }, rules()).cpu;
  return {
    least: print(Math.max(fewest, 0), longest + hidden),
    most: print(most, shortest - hidden),
  };
}

function readingsOf(
  before: ReadonlyMap<number, ProcessReading>,
  after: ReadonlyMap<number, ProcessReading>,
  pid: number,
): [ProcessReading, ProcessReading] {
  const [from, to] = [before.get(pid), after.get(pid)];
  if (from === undefined || to === undefined) throw new Error(`No reading of process ${pid}`);
  return [from, to];
}

function extremes(printed: readonly string[]): Extremes {
  const [least = '', ...others] = [...printed].sort((one, other) => Number(one) - Number(other));
  return { least, most: others.at(-1) ?? least };
}

/** Returns whether a text is a number with one decimal or none, as the tools print it. */
function isPrinted(text: string): boolean {
  return /^\d+(?:\.\d)?$/.test(text);
}

/** Returns why the comparison cannot run, or `undefined` if it can. */
function findSkipReason(): string | undefined {
  if (procps.type === 'missing') return procps.reason;
  if (release === undefined) return `the rules of ${procps.ps} are not known`;
  if (findRelease(procps.top) === release) return undefined;
  return `${procps.ps} and ${procps.top} are different releases`;
}

function rules(): Release {
  return release ?? releases[0];
}

/** Counts CPUs like `top` does. */
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
  return formatColumns([['tool', 'process', 'printed', 'least', 'most', 'distance from middle'], ...rows], 2);
}
