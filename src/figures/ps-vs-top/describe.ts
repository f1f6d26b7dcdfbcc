import { findPreset, readAt, releaseOf, ticksPerSecond, type State } from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** What a state shows, in a few sentences: the life, what both tools print of it, and what each of them has divided. */
export function describeState(state: State, words: PsVsTopWords): string {
  const { moment, counters, ps, top } = readAt(state);
  const preset = findPreset(state);
  const life = preset === undefined ? words.lives.drawn : words.lives[preset](state.cpus);
  if (moment === 0) return `${life} ${words.newborn}`;
  const age = inSeconds(moment);
  return [
    life,
    ps.cpu === top.cpu ? words.agree(age, ps.cpu) : words.differ(age, ps.cpu, top.cpu),
    words.divided({
      used: inSeconds(counters.used),
      age: inSeconds(ps.age),
      usedLately: inSeconds(top.used),
      interval: inSeconds(top.interval),
      cpus: findCpuDivisor(state),
    }),
    ...(top.isCapped ? [words.capped] : []),
    ...(countsInSeconds(state) ? [words.inSeconds] : ps.age < moment ? [words.lostTick] : []),
  ].join(' ');
}

/** By how many CPUs `top` divides besides, where there are several and its mode is that. */
export function findCpuDivisor({ mode, cpus }: Pick<State, 'mode' | 'cpus'>): number | undefined {
  return mode === 'solaris' && cpus > 1 ? cpus : undefined;
}

/** Ticks as seconds, with no more decimals than it takes. */
export function inSeconds(ticks: number): string {
  return String(ticks / ticksPerSecond);
}

function countsInSeconds({ release }: State): boolean {
  return releaseOf(release).age.startsWith('seconds');
}
