/**
 * The rule by which `ps` computes the age that it divides by. From the source of procps-ng: `output.c` (`pr_pcpu`, `pr_c`; in `ps/` until 4.0.0, then
 * in `src/ps/`) and `library/pids.c`.
 *
 * - `seconds-apart`: truncates clock and start time to whole seconds, then subtracts (`seconds_since_boot - start_time / Hertz`;
 *   `cook_etime` since 3.3.6).
 * - `seconds`: truncates the age to whole seconds (`TIME_ELAPSED` in an `unsigned long long`).
 * - `ticks`: truncates the age to ticks (`TIME_ELAPSED * Hertz`; commit 20e44569 of April 2022).
 * - `utilization`: computes no age, but takes the library’s ratio as a floating-point number, multiplies it by ten and truncates
 *   (`UTILIZATION`; commit a2b67ae9 of January 2024).
 */
type AgeRule = 'seconds-apart' | 'seconds' | 'ticks' | 'utilization';

/** Differences between releases of procps-ng that change the CPU percentages they print. */
export interface Release {
  /** The first version with these rules. */
  from: string;
  /** The last version with these rules; `undefined` if they are still in force. */
  to: string | undefined;
  age: AgeRule;
  /** Source of the time since boot: `/proc/uptime` with two decimals, or since 4.0.5 `CLOCK_BOOTTIME` in nanoseconds. */
  clock: 'uptime-file' | 'clock-call';
  /** Pause of `top` between the two readings for its first frame, in ticks (`LIB_USLEEP` in `top.h`, there in µs). */
  pause: number;
  /** Whether `top` caps a task at 100 per thread (`top.c` since 3.3.6). */
  capsByThreads: boolean;
}

/**
 * The releases of procps-ng, grouped by their rules, from the source at each tag (https://gitlab.com/procps-ng/procps; a mirror
 * with the whole history up to 4.0.7rc1 is at https://github.com/warmchang/procps). Pauses: 150,000 µs until 4.0.3, 100,000 in
 * 4.0.4 and 4.0.5 (commit 786335b9), 200,000 since 4.0.6 (commit 66d2fbdd).
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

/** Id of a release: the first version with its rules. */
export type ReleaseId = (typeof releases)[number]['from'];

/** Ids of the releases, oldest first. */
export const releaseIds = releases.map(({ from }) => from);

/** Returns the release with an id. */
export function getRelease(id: ReleaseId): Release {
  return releases.find(({ from }) => from === id) ?? releases[0];
}
