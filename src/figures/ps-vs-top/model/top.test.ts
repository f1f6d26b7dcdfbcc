import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minute } from '../fixtures/observed.ts';
import { releases } from './release.ts';
import { intervalShare, top, topModes, type TopInterval } from './top.ts';

const current = { capsByThreads: true };

describe('top', () => {
  test.each(minute)(
    'prints for $delta ticks in $seconds s what was seen: $cpu',
    ({ delta, seconds, cpu }) => {
      expect(top(interval({ used: delta, seconds }), current).cpu).toBe(cpu);
    },
  );

  test.each([
    ['a burst that began in it', { used: 335, seconds: 5.06 }, '66.2'],
    ['a rate as it was worked out by hand', { used: 63, seconds: 4.01 }, '15.7'],
    ['one tick of a short interval', { used: 1, seconds: 0.2 }, '5.0'],
    ['two threads', { used: 172, seconds: 1, threads: 2 }, '172.0'],
    ['two threads of the machine', { used: 172, seconds: 1, threads: 2, mode: 'solaris' }, '86.0'],
    ['a middle, rounded to the even digit below', { used: 49, seconds: 4 }, '12.2'],
    ['a middle, rounded to the even digit above', { used: 51, seconds: 4 }, '12.8'],
    ['what needs more room than there is', { used: 1237, seconds: 1, threads: 16, cpus: 16 }, '1237'],
    ['two readings in the same tick', { used: 0, seconds: 0 }, '0.0'],
  ] satisfies [string, Partial<TopInterval>, string][])('prints %s', (_, given, cpu) => {
    expect(top(interval(given), current)).toEqual({ cpu, isCapped: false });
  });

  test.each([
    ['one thread has no more than 100', { used: 16, seconds: 0.15 }, '100.0'],
    ['two CPUs have no more than 200', { used: 301, seconds: 1.5, threads: 3 }, '200.0'],
    ['one CPU shows no more than 99.9', { used: 100, seconds: 1, cpus: 1 }, '99.9'],
    ['the whole machine shows 99.9', { used: 400, seconds: 1, threads: 4, cpus: 4, mode: 'solaris' }, '99.9'],
    ['ten CPUs show 999.9', { used: 1000, seconds: 1, threads: 16, cpus: 10 }, '999.9'],
  ] satisfies [string, Partial<TopInterval>, string][])('%s', (_, given, cpu) => {
    expect(top(interval(given), current)).toEqual({ cpu, isCapped: true });
  });

  test('caps nothing of threads that never rest, though single precision makes a little more of them than there is', () => {
    for (const threads of [1, 2, 3, 4])
      for (let ticks = 50; ticks <= 1000; ticks += 50) {
        const given = interval({ used: threads * ticks, seconds: ticks / 100, threads, cpus: 4 });
        expect(top(given, current)).toEqual({ cpu: `${threads}00.0`, isCapped: false });
      }
  });

  test('minded no threads before 3.3.6', () => {
    const given = interval({ used: 16, seconds: 0.15 });
    expect(releases.map((release) => top(given, release).cpu)).toEqual([
      '106.7',
      ...Array.from({ length: 6 }, () => '100.0'),
    ]);
  });

  const anyInterval: fc.Arbitrary<TopInterval> = fc.record({
    used: fc.integer({ min: 0, max: 5000 }),
    seconds: fc.integer({ min: 1, max: 1000 }).map((ticks) => ticks / 100),
    threads: fc.integer({ min: 1, max: 64 }),
    cpus: fc.integer({ min: 1, max: 64 }),
    mode: fc.constantFrom(...topModes),
  });

  test('never prints more than threads and machine allow, and says where they held it down', () => {
    fc.assert(
      fc.property(anyInterval, (given) => {
        const { cpu, isCapped } = top(given, current);
        const { seconds, threads, cpus, mode } = given;
        // Up to a hundredth of a second it divides by half of one instead.
        const share = intervalShare(seconds < 0.02 ? { ...given, seconds: 0.005 } : given);
        const machine = mode === 'solaris' ? 99.9 : 100 * cpus;
        expect(Number(cpu)).toBeLessThanOrEqual(Math.min(100 * threads, machine));
        expect(cpu.length).toBeLessThanOrEqual(5);
        if (!isCapped && share < 999) expect(Math.abs(Number(cpu) - share)).toBeLessThan(0.0501);
        if (isCapped) expect(Number(cpu)).toBeLessThanOrEqual(share + 0.0501);
      }),
    );
  });

  test('prints no less for more CPU time, and no more for a longer interval', () => {
    fc.assert(
      fc.property(anyInterval, fc.nat(500), fc.nat(500), (given, more, longer) => {
        const printed = Number(top(given, current).cpu);
        const { used, seconds } = given;
        expect(Number(top({ ...given, used: used + more }, current).cpu)).toBeGreaterThanOrEqual(printed);
        // Below a hundredth of a second it divides by half of one instead.
        if (seconds < 0.02) return;
        const after = top({ ...given, seconds: seconds + longer / 100 }, current).cpu;
        expect(Number(after)).toBeLessThanOrEqual(printed);
      }),
    );
  });
});

function interval(given: Partial<TopInterval>): TopInterval {
  return { used: 0, seconds: 1, threads: 1, cpus: 2, mode: 'irix', ...given };
}
