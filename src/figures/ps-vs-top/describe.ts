import { findPreset, getRelease, computeReading, ticksPerSecond, type State } from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** Describes a state in a few sentences: the load, what both tools print about it, and which numbers they divide. */
export function describeState(state: State, words: PsVsTopWords): string {
  const { moment, counters, ps, top } = computeReading(state);
  const preset = findPreset(state);
  const load = preset === undefined ? words.loads.custom : words.loads[preset](state.cpus);
  if (moment === 0) return `${load} ${words.justStarted}`;
  const age = formatSeconds(moment);
  return [
    load,
    ps.cpu === top.cpu ? words.agree(age, ps.cpu) : words.differ(age, ps.cpu, top.cpu),
    words.divided({
      used: formatSeconds(counters.used),
      age: formatSeconds(ps.age),
      usedLately: formatSeconds(top.used),
      interval: formatSeconds(top.interval),
      cpus: cpuDivisor(state),
    }),
    ...(top.isCapped ? [words.capped] : []),
    ...(countsWholeSeconds(state) ? [words.wholeSeconds] : ps.age < moment ? [words.lostTick] : []),
  ].join(' ');
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
