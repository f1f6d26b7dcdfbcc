import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minute } from '../fixtures/observed.ts';
import { releases } from './release.ts';
import { computeTop, intervalShare, topModes, type TopInterval } from './top.ts';

const current = { capsByThreads: true };

describe('top', () => {
  test.each(minute)('prints $cpu for $delta ticks in $seconds s, as observed', ({ delta, seconds, cpu }) => {
    expect(computeTop(interval({ used: delta, seconds }), current).cpu).toBe(cpu);
  });

  test.each([
    ['a burst that started within the interval', { used: 335, seconds: 5.06 }, '66.2'],
    ['a percentage that was computed by hand', { used: 63, seconds: 4.01 }, '15.7'],
    ['one tick of a short interval', { used: 1, seconds: 0.2 }, '5.0'],
    ['two threads', { used: 172, seconds: 1, threads: 2 }, '172.0'],
    ['two threads as a part of the machine', { used: 172, seconds: 1, threads: 2, mode: 'solaris' }, '86.0'],
    ['half of the last digit, rounded down to even', { used: 49, seconds: 4 }, '12.2'],
    ['half of the last digit, rounded up to even', { used: 51, seconds: 4 }, '12.8'],
    ['a value too wide for the column', { used: 1237, seconds: 1, threads: 16, cpus: 16 }, '1237'],
    ['two readings within one tick', { used: 0, seconds: 0 }, '0.0'],
  ] satisfies [string, Partial<TopInterval>, string][])('prints %s', (_, given, cpu) => {
    expect(computeTop(interval(given), current)).toEqual({ cpu, isCapped: false });
  });

  test.each([
    ['caps one thread at 100', { used: 16, seconds: 0.15 }, '100.0'],
    ['caps two CPUs at 200', { used: 301, seconds: 1.5, threads: 3 }, '200.0'],
    ['caps a machine with one CPU at 99.9', { used: 100, seconds: 1, cpus: 1 }, '99.9'],
    [
      'caps the whole machine at 99.9',
      { used: 400, seconds: 1, threads: 4, cpus: 4, mode: 'solaris' },
      '99.9',
    ],
    ['caps ten CPUs at 999.9', { used: 1000, seconds: 1, threads: 16, cpus: 10 }, '999.9'],
  ] satisfies [string, Partial<TopInterval>, string][])('%s', (_, given, cpu) => {
    expect(computeTop(interval(given), current)).toEqual({ cpu, isCapped: true });
  });

  test('reports no cap for threads that never rest, although single precision makes them exceed 100 a little', () => {
    for (const threads of [1, 2, 3, 4])
      for (let ticks = 50; ticks <= 1000; ticks += 50) {
        const given = interval({ used: threads * ticks, seconds: ticks / 100, threads, cpus: 4 });
        expect(computeTop(given, current)).toEqual({ cpu: `${threads}00.0`, isCapped: false });
      }
  });

  test('does not cap by threads before 3.3.6', () => {
    const given = interval({ used: 16, seconds: 0.15 });
    expect(releases.map((release) => computeTop(given, release).cpu)).toEqual([
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

  test('never prints more than threads and machine allow, and reports whether it was capped', () => {
    fc.assert(
      fc.property(anyInterval, (given) => {
        const { cpu, isCapped } = computeTop(given, current);
        const { seconds, threads, cpus, mode } = given;
        // For intervals below 0.01 s, `top` divides by 0.005 s.
        const share = intervalShare(seconds < 0.02 ? { ...given, seconds: 0.005 } : given);
        const machine = mode === 'solaris' ? 99.9 : 100 * cpus;
        expect(Number(cpu)).toBeLessThanOrEqual(Math.min(100 * threads, machine));
        expect(cpu.length).toBeLessThanOrEqual(5);
        if (!isCapped && share < 999) expect(Math.abs(Number(cpu) - share)).toBeLessThan(0.0501);
        if (isCapped) expect(Number(cpu)).toBeLessThanOrEqual(share + 0.0501);
      }),
    );
  });

  test('is monotonic: more CPU time never lowers the value, and a longer interval never raises it', () => {
    fc.assert(
      fc.property(anyInterval, fc.nat(500), fc.nat(500), (given, more, longer) => {
        const printed = Number(computeTop(given, current).cpu);
        const { used, seconds } = given;
        expect(Number(computeTop({ ...given, used: used + more }, current).cpu)).toBeGreaterThanOrEqual(
          printed,
        );
        // For intervals below 0.01 s, `top` divides by 0.005 s.
        if (seconds < 0.02) return;
        const after = computeTop({ ...given, seconds: seconds + longer / 100 }, current).cpu;
        expect(Number(after)).toBeLessThanOrEqual(printed);
      }),
    );
  });
});

function interval(given: Partial<TopInterval>): TopInterval {
  return { used: 0, seconds: 1, threads: 1, cpus: 2, mode: 'irix', ...given };
}
