import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { computeReading, tabulate } from './reading.ts';
import { releaseIds } from './release.ts';
import { createState, drawLoad, type State } from './state.ts';
import { createPieces, timelineLength } from './timeline.ts';

describe('As the article says', () => {
  test('for a steady load both tools print the same at any age', () => {
    const rows = tabulate(createState('steady'));
    expect(rows.map(({ ps, top }) => [ps.cpu, top.cpu])).toEqual(rows.map(() => ['60.0', '60.0']));
  });

  test('for a burst ps prints 100 while it lasts, 50 at twice its length and 10 at ten times, while top is at 0 within one interval', () => {
    const state = createState('burst-then-idle');
    expect([300, 600, 1200, 2400, 6000].map((moment) => computeReading(state, moment).ps.cpu)).toEqual([
      '100',
      '100',
      '50.0',
      '25.0',
      '10.0',
    ]);
    expect([600, 750, 900, 6000].map((moment) => computeReading(state, moment).top.cpu)).toEqual([
      '100.0',
      '50.0',
      '0.0',
      '0.0',
    ]);
  });

  test('for a process that woke up late top prints 100 after one interval, and ps reaches 50 only after as long as it slept', () => {
    const state = createState('woke-up-late');
    expect([3000, 3300, 4000, 6000].map((moment) => computeReading(state, moment).ps.cpu)).toEqual([
      '0.0',
      '9.0',
      '25.0',
      '50.0',
    ]);
    expect([3000, 3300, 4000].map((moment) => computeReading(state, moment).top.cpu)).toEqual([
      '0.0',
      '100.0',
      '100.0',
    ]);
  });

  test('for four threads on four CPUs both print 400, column C shows 99, and Solaris mode at most 99.9', () => {
    const state = createState('four-threads');
    expect(computeReading(state)).toMatchObject({
      ps: { cpu: '400', c: '99', isCapped: true },
      top: { cpu: '400.0', isCapped: false },
    });
    expect(computeReading({ ...state, mode: 'solaris' }).top).toMatchObject({ cpu: '99.9', isCapped: true });
    expect(computeReading({ ...state, cpus: 2 })).toMatchObject({
      ps: { cpu: '200' },
      top: { cpu: '200.0' },
    });
    expect(computeReading({ ...state, cpus: 8, mode: 'solaris' }).top.cpu).toBe('50.0');
  });

  test('the first frame covers the pause of its release, and not the age of the process', () => {
    const state = createState('burst-then-idle');
    expect(releaseIds.map((release) => computeReading({ ...state, release }, 605).firstFrame.cpu)).toEqual([
      '66.7',
      '66.7',
      '66.7',
      '66.7',
      '50.0',
      '50.0',
      '75.0',
    ]);
    expect(computeReading(state, 900).firstFrame.cpu).toBe('0.0');
  });

  test('one tick is 1 % of an interval of one second, and a fifteenth of a first frame', () => {
    const state = {
      ...createState('steady'),
      pieces: createPieces([{ length: 1, level: 100 }]),
      interval: 100,
    };
    expect(computeReading(state, 1).top.cpu).toBe('1.0');
    expect(computeReading(state, 1).firstFrame.cpu).toBe('6.7');
  });

  test('releases that count whole seconds print 0.0 during the first second, and too much during the next', () => {
    const state = createState('four-threads');
    const printed = (release: State['release'], moment: number): string =>
      computeReading({ ...state, threads: 1, release }, moment).ps.cpu;
    expect([50, 190].map((moment) => printed('3.3.6', moment))).toEqual(['0.0', '95.0']);
    expect([50, 190].map((moment) => printed('4.0.0', moment))).toEqual(['0.0', '190']);
    expect([50, 190].map((moment) => printed('4.0.1', moment))).toEqual(['100', '100']);
  });
});

describe('The model', () => {
  test('gives for ps the time-weighted mean of all frames of top since the process started', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const irix = { ...state, mode: 'irix' as const };
        const frames = Math.floor(timelineLength / state.interval);
        const shares = Array.from(
          { length: frames },
          (_, at) => computeReading(irix, (at + 1) * state.interval).top.share,
        );
        const mean = shares.reduce((sum, share) => sum + share, 0) / frames;
        expect(mean).toBeCloseTo(computeReading(irix, frames * state.interval).ps.share, 6);
      }),
    );
  });

  test('changes ps by 100 · d / age for a burst of length d: the older the process, the less', () => {
    const anyBurst = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(anyBurst, fc.integer({ min: 2000, max: timelineLength }), (length, moment) => {
        const idle: State = { ...createState('steady'), pieces: createPieces([]) };
        const burst = drawLoad(idle, 500, 500 + length, 100);
        expect(computeReading(burst, moment).ps.share - computeReading(idle, moment).ps.share).toBeCloseTo(
          (100 * length) / moment,
          9,
        );
      }),
    );
  });

  test('halves ps after a burst only when the age doubles, and gives for a late start the share of the age that is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 0, max: 1500 }), (length, more) => {
        const base = createState('steady');
        const burst = { ...base, pieces: createPieces([{ length, level: 100 }]) };
        const age = length + more;
        expect(computeReading(burst, age).ps.share).toBeCloseTo((100 * length) / age, 9);
        expect(computeReading(burst, 2 * age).ps.share).toBeCloseTo(
          computeReading(burst, age).ps.share / 2,
          9,
        );
        const late = {
          ...base,
          pieces: createPieces([
            { length, level: 0 },
            { length: timelineLength, level: 100 },
          ]),
        };
        expect(computeReading(late, age).ps.share).toBeCloseTo((100 * more) / age, 9);
      }),
    );
  });

  test('gives for top the mean of a periodic load if the interval is a multiple of its period, at any phase', () => {
    const work = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(work, work, fc.integer({ min: 1, max: 5 }), fc.nat(500), (busy, idle, cycles, moment) => {
        const cycle = [
          { length: busy, level: 100 },
          { length: idle, level: 0 },
        ];
        const state: State = {
          ...createState('steady'),
          pieces: createPieces(Array.from({ length: 40 }, () => cycle).flat()),
          interval: cycles * (busy + idle),
        };
        // The interval must end within the forty cycles.
        const end = state.interval + (moment % ((40 - cycles) * (busy + idle)));
        expect(computeReading(state, end).top.share).toBeCloseTo((100 * busy) / (busy + idle), 9);
      }),
    );
  });

  test('gives 100 or 0 for top if the interval is within the busy or the idle part of a period', () => {
    const cycle = [
      { length: 200, level: 100 },
      { length: 200, level: 0 },
    ];
    const state: State = {
      ...createState('steady'),
      pieces: createPieces(Array.from({ length: 10 }, () => cycle).flat()),
      interval: 100,
    };
    expect(
      [1000, 1050, 1100, 1200, 1250, 1300].map((moment) => computeReading(state, moment).top.cpu),
    ).toEqual(['100.0', '50.0', '0.0', '0.0', '50.0', '100.0']);
  });

  test('has counters that never decrease, and a thread that never rests has used exactly its age', () => {
    fc.assert(
      fc.property(anyState, fc.nat(timelineLength), fc.nat(timelineLength), (state, one, other) => {
        const [early, late] = [
          computeReading(state, Math.min(one, other)),
          computeReading(state, Math.max(one, other)),
        ];
        expect(late.counters.used).toBeGreaterThanOrEqual(early.counters.used);
        expect(late.counters.uptime - late.counters.start).toBe(late.moment);
        expect(Number.isInteger(late.counters.used)).toBe(true);
      }),
    );
    expect(computeReading(createState('four-threads')).counters.used).toBe(12_000);
  });

  test('tabulates every five seconds, to the end of the timeline', () => {
    expect(tabulate(createState('steady')).map(({ moment }) => moment)).toEqual([
      500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000,
    ]);
  });
});
