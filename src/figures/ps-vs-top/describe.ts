import {
  findPreset,
  getRelease,
  computeReading,
  ticksPerSecond,
  type Reading,
  type State,
} from './model/index.ts';
import type { PsVsTopWords, Value } from './words.ts';

/** Describes a state in a few sentences: the load if it has a name, what both tools print about it, and the quotients behind that. */
export function describeState(state: State, words: PsVsTopWords): string {
  const reading = computeReading(state);
  const { moment, ps, top } = reading;
  const preset = findPreset(state);
  const load = preset === undefined ? [] : [words.loads[preset](state.cpus)];
  if (moment === 0) return [...load, words.justStarted].join(' ');
  const values = formatValues(state, reading, words);
  return [
    ...load,
    (ps.cpu === top.cpu ? words.agree : words.differ)(formatSeconds(moment), values),
    ...(top.isCapped ? [words.capped] : []),
    ...(countsWholeSeconds(state) ? [words.wholeSeconds] : ps.age < moment ? [words.lostTick] : []),
  ].join(' ');
}

/** Formats what each tool prints, and the numbers it divides. */
export function formatValues(
  state: State,
  { counters, ps, top }: Reading,
  { used, divisors }: PsVsTopWords,
): { ps: Value; top: Value } {
  return {
    ps: {
      cpu: ps.cpu,
      dividend: used(formatSeconds(counters.used)),
      divisor: divisors.ps(formatSeconds(ps.age)),
    },
    top: {
      cpu: top.cpu,
      dividend: used(formatSeconds(top.used)),
      divisor: divisors.top(formatSeconds(top.interval), cpuDivisor(state)),
    },
  };
}

/** Returns the number of CPUs by which `top` divides, or `undefined` if it doesn’t. */
export function cpuDivisor({ mode, cpus }: Pick<State, 'mode' | 'cpus'>): number | undefined {
  return mode === 'solaris' && cpus > 1 ? cpus : undefined;
}

/** Formats ticks as seconds, without trailing zeros. */
export function formatSeconds(ticks: number): string {
  return String(ticks / ticksPerSecond);
}

function countsWholeSeconds({ release }: State): boolean {
  return getRelease(release).age.startsWith('seconds');
}
