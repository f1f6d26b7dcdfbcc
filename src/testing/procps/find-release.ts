import { releases } from '../../figures/ps-vs-top/model/index.ts';

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
