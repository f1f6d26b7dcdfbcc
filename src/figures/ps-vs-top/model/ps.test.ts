import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fades, minute } from '../fixtures/observed.ts';
import { computePs, lifetimeShare, psAge } from './ps.ts';
import { getRelease, releases, type Release } from './release.ts';

/** The release of Debian 12, procps-ng 4.0.2, which has the rules of 4.0.1. */
const debian = getRelease('4.0.1');

describe('ps of 4.0.2', () => {
  test.each(minute)(
    'prints $pcpu and $c at an age of $elapsed ticks, as observed',
    ({ used, elapsed, pcpu, c }) => {
      // `ps` ran some milliseconds after the counters were read, so its clock may have been a tick later.
      const read = [elapsed, elapsed + 1].map((age) => computePs(counters(used, age), debian));
      expect(read.map(({ cpu }) => cpu)).toContain(pcpu);
      expect(read.map((each) => each.c)).toContain(c);
    },
  );

  test('prints decreasing values for a stopped process, as observed', () => {
    // Only whole seconds were recorded, and not the CPU time. Some CPU time must explain all four values.
    const explains = (used: number): boolean =>
      fades.every(({ seconds, pcpu }) =>
        range(100 * seconds - 50, 100 * seconds + 50).some(
          (age) => computePs(counters(used, age), debian).cpu === pcpu,
        ),
      );
    expect(range(350, 450).filter(explains)).not.toEqual([]);
  });

  test.each([
    [992, 1021, '97.1', '97'],
    [999, 1000, '99.9', '99'],
    [1000, 1000, '100', '99'],
    [1729, 1000, '172', '99'],
    [1, 1001, '0.0', '0'],
    [0, 0, '0.0', '0'],
    [5, 0, '0.0', '0'],
  ])('truncates %i ticks of CPU time at an age of %i to %s and %s', (used, age, cpu, c) => {
    expect(computePs(counters(used, age), debian)).toMatchObject({ cpu, c });
  });

  test('loses a tick to binary fractions of seconds, like the program', () => {
    // 0.29 × 100 is 28.999999999999996. Both values were observed for stopped processes.
    expect([29, 57].map((age) => computePs({ used: 20, start: 0, uptime: age }, debian).cpu)).toEqual([
      '71.4',
      '35.7',
    ]);
  });
});

describe('The age of a process', () => {
  const ages: [Release['age'], used: number, start: number, uptime: number, cpu: string][] = [
    ['seconds-apart', 10, 1080, 1099, '0.0'],
    ['seconds-apart', 10, 1090, 1100, '10.0'],
    ['seconds-apart', 100, 1090, 1199, '100'],
    ['seconds-apart', 100, 1000, 1199, '100'],
    ['seconds', 99, 1090, 1189, '0.0'],
    ['seconds', 190, 1090, 1280, '190'],
    ['ticks', 190, 1090, 1280, '100'],
    ['utilization', 190, 1090, 1280, '100'],
    ['utilization', 95, 1090, 1190, '95.0'],
  ];

  test.each(ages)(
    'by rule %s: %i ticks of CPU time, started at %i, read at %i, give %s',
    (age, used, start, uptime, cpu) => {
      expect(computePs({ used, start, uptime }, { age }).cpu).toBe(cpu);
    },
  );

  test('loses no tick in releases that use the library’s ratio', () => {
    fc.assert(
      fc.property(fc.nat(80_000), fc.integer({ min: 1, max: 20_000 }), (used, age) => {
        const perMille = Math.floor((1000 * used) / age);
        const exact = perMille > 999 ? `${Math.floor(perMille / 10)}` : (perMille / 10).toFixed(1);
        expect(computePs(counters(used, age), { age: 'utilization' }).cpu).toBe(exact);
      }),
    );
  });
});

describe.each(releases)('ps since $from', (release) => {
  const anyUsed = fc.integer({ min: 0, max: 40_000 });
  const anyAge = fc.integer({ min: 0, max: 20_000 });
  const anyStart = fc.integer({ min: 0, max: 10_000_000 });

  test('is monotonic: more CPU time never lowers the value, and a greater age never raises it', () => {
    fc.assert(
      fc.property(anyUsed, anyUsed, anyAge, anyAge, anyStart, (used, more, age, older, start) => {
        const print = (each: number, at: number): number =>
          Number(computePs({ used: each, start, uptime: start + at }, release).cpu);
        expect(print(used + more, age)).toBeGreaterThanOrEqual(print(used, age));
        // Below a whole second (or tick) the age may be 0, for which 0.0 is printed.
        if (age >= 200) expect(print(used, age + older)).toBeLessThanOrEqual(print(used, age));
      }),
    );
  });

  test('caps column C at 99, and reports whether it did', () => {
    fc.assert(
      fc.property(anyUsed, anyAge, anyStart, (used, age, start) => {
        const { cpu, c, isCapped } = computePs({ used, start, uptime: start + age }, release);
        expect(Number(c)).toBe(Math.min(Math.floor(Number(cpu)), 99));
        expect(isCapped).toBe(Number(cpu) >= 100);
      }),
    );
  });

  test('differs from the exact ratio by less than one second of age does', () => {
    fc.assert(
      fc.property(anyUsed, fc.integer({ min: 200, max: 20_000 }), anyStart, (used, age, start) => {
        const printed = Number(computePs({ used, start, uptime: start + age }, release).cpu);
        const slack = release.age.startsWith('seconds') ? 100 : 2;
        expect(printed).toBeLessThanOrEqual((100 * used) / (age - slack) + 1e-9);
        expect(printed).toBeGreaterThan((100 * used) / (age + slack) - 1);
      }),
    );
  });
});

test.each(releases)('ps since $from divides by the age that psAge returns', (release) => {
  // Started 3,600.4 s and read 3,606.3 s after boot.
  const read = { used: 600, start: 360_040, uptime: 360_630 };
  const ages: Record<Release['age'], number> = {
    'seconds-apart': 600,
    seconds: 500,
    ticks: 590,
    utilization: 590,
  };
  expect(psAge(read, release)).toBe(ages[release.age]);
  expect(computePs(read, release).cpu).toBe(String(Math.floor((100 * read.used) / ages[release.age])));
});

test('The exact ratio is 0 at age 0', () => {
  expect(lifetimeShare(counters(0, 0))).toBe(0);
  expect(lifetimeShare(counters(1919, 2524))).toBeCloseTo(76.03, 2);
});

function counters(used: number, age: number): Parameters<typeof computePs>[0] {
  return { used, start: 360_040, uptime: 360_040 + age };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
