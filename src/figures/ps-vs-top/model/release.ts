/**
 * How `ps` takes the age of a process, as of procps-ng’s `output.c` (`pr_pcpu`, `pr_c`; until 4.0.0 in `ps/`, then in `src/ps/`)
 * and `library/pids.c`:
 *
 * - `seconds-apart`: clock and start each cut to whole seconds, then subtracted (`seconds_since_boot - start_time / Hertz`, from
 *   3.3.6 on as `cook_etime`).
 * - `seconds`: the age cut to whole seconds (`TIME_ELAPSED` into an `unsigned long long`).
 * - `ticks`: the age in ticks, cut (`TIME_ELAPSED * Hertz`; commit 20e44569 of April 2022).
 * - `utilization`: no age at all, but the library’s ratio as a floating-point number, times ten, cut (`UTILIZATION`; commit
 *   a2b67ae9 of January 2024).
 */
export type AgeRule = 'seconds-apart' | 'seconds' | 'ticks' | 'utilization';

/** What of procps-ng differs from release to release, as far as it changes a CPU figure. */
export interface Release {
  /** The first with these rules. */
  from: string;
  /** The last with these rules, where there is a later one. */
  to: string | undefined;
  age: AgeRule;
  /** Where the time since boot comes from: two decimals in a file, or nanoseconds from a call (`CLOCK_BOOTTIME`, since 4.0.5). */
  clock: 'uptime-file' | 'clock-call';
  /** How long `top` waits between the two readings of its first frame, in ticks: `LIB_USLEEP` of its `top.h`, in µs. */
  pause: number;
  /** Whether `top` gives a task no more than 100 for each of its threads; `top.c` since 3.3.6. */
  capsByThreads: boolean;
}

/**
 * The releases of procps-ng by what they do, read from the source at their tags (https://gitlab.com/procps-ng/procps; with all
 * of its history at https://github.com/warmchang/procps, until 4.0.7rc1). Pauses: 150,000 µs until 4.0.3, 100,000 in 4.0.4 and
 * 4.0.5 (commit 786335b9), 200,000 since 4.0.6 (commit 66d2fbdd).
 */
export const releases = [
  {
    from: '3.3.0',
    to: '3.3.5',
    age: 'seconds-apart',
    clock: 'uptime-file',
    pause: 15,
    capsByThreads: false,
  },
  {
    from: '3.3.6',
    to: '3.3.17',
    age: 'seconds-apart',
    clock: 'uptime-file',
    pause: 15,
    capsByThreads: true,
  },
  { from: '4.0.0', to: '4.0.0', age: 'seconds', clock: 'uptime-file', pause: 15, capsByThreads: true },
  { from: '4.0.1', to: '4.0.3', age: 'ticks', clock: 'uptime-file', pause: 15, capsByThreads: true },
  { from: '4.0.4', to: '4.0.4', age: 'ticks', clock: 'uptime-file', pause: 10, capsByThreads: true },
  { from: '4.0.5', to: '4.0.5', age: 'utilization', clock: 'clock-call', pause: 10, capsByThreads: true },
  { from: '4.0.6', to: undefined, age: 'utilization', clock: 'clock-call', pause: 20, capsByThreads: true },
] as const satisfies readonly Release[];

/** A release by the first version that has its rules. */
export type ReleaseId = (typeof releases)[number]['from'];

/** Names of the releases, oldest first. */
export const releaseIds = releases.map(({ from }) => from);

/** A release of a figure’s state. */
export function releaseOf(id: ReleaseId): Release {
  return releases.find(({ from }) => from === id) ?? releases[0];
}

/**
 * The rules by which a version of procps-ng counts, from its number or from what `ps --version` says; `undefined` for other
 * programs, older ones, and gaps between releases.
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
