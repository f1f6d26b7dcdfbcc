import { spawnSync } from 'node:child_process';
import { releases } from '../../figures/ps-vs-top/model/index.ts';

/** The version strings of `ps` and `top` on this machine, or the reason why the model cannot be compared with them. */
type Procps = { type: 'present'; ps: string; top: string } | { type: 'missing'; reason: string };

/** Finds the `ps` and `top` of this machine, if they are from procps-ng and a clock tick is 10 ms. */
export function findProcps(): Procps {
  if (process.platform !== 'linux') return missing(`the platform is ${process.platform}, not Linux`);
  const ticks = firstLine('getconf', 'CLK_TCK');
  if (ticks !== '100')
    return missing(`this machine has ${ticks || 'an unknown number of'} clock ticks per second, not 100`);
  const ps = firstLine('ps', '--version');
  if (!isProcps(ps)) return missing(`\`ps\` on this machine is ${ps || 'missing'}, not from procps-ng`);
  // `top` printed its version with -v until 4.0, and with -V since.
  const top = [firstLine('top', '-V'), firstLine('top', '-v')].find(isProcps);
  if (top === undefined) return missing('`top` on this machine is not from procps-ng');
  return { type: 'present', ps, top };
}

/** Runs `ps` and returns columns `%CPU` and `C` of each process, by PID. */
export function runPs(pids: readonly number[]): Map<number, { cpu: string; c: string }> {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,pcpu=,c=', '-p', pids.join(',')], {
    encoding: 'utf8',
    env: plainEnvironment,
  });
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, cpu = '', c = '']) => [Number(pid), { cpu, c }]),
  );
}

/** Environment variables that give English output and no user settings. */
export const plainEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TERM: 'dumb',
  HOME: '/nonexistent',
  XDG_CONFIG_HOME: '/nonexistent',
};

function missing(reason: string): Procps {
  return { type: 'missing', reason };
}

/** Excludes BusyBox, toybox and uutils, whose `ps` and `top` compute percentages differently. */
function isProcps(version: string): boolean {
  return /procps-ng \d/.test(version);
}

/** Returns the first line of a command’s output, or an empty string if it cannot be run. */
function firstLine(command: string, option: string): string {
  const { stdout, stderr } = spawnSync(command, [option], { encoding: 'utf8', env: plainEnvironment });
  // Both are null if the command does not exist.
  return `${(stdout as string | null) ?? ''}${(stderr as string | null) ?? ''}`.trim().split('\n')[0] ?? '';
}

/**
 * Finds the rules of a procps-ng version, given as its number or as the output of `ps --version`. Returns `undefined` for other
 * programs, for older versions, and for numbers that were never released.
 *
 * @example
 * findRelease('ps from procps-ng 4.0.2')?.from // '4.0.1'
 * findRelease('BusyBox v1.36.1') // undefined
 */
export function findRelease(text: string): (typeof releases)[number] | undefined {
  const version = /^(?:.*\bprocps-ng )?(\d+\.\d+\.\d+)/.exec(text.trim())?.[1];
  if (version === undefined) return undefined;
  return releases.findLast(
    ({ from, to }) =>
      compareVersions(from, version) <= 0 && (to === undefined || compareVersions(version, to) <= 0),
  );
}

function compareVersions(one: string, other: string): number {
  const [ours, theirs] = [one.split('.').map(Number), other.split('.').map(Number)];
  return ours.map((part, at) => part - (theirs[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
