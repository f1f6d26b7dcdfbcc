import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { drawLines } from './line.ts';
import { presetNames } from './preset.ts';
import { readAt, tabulate } from './reading.ts';
import { releaseIds } from './release.ts';
import { choices, ranges } from './setting.ts';
import { draw, findPreset, startFrom, type State } from './state.ts';
import { layPieces, limitLevels, span } from './timeline.ts';

describe('What the article says of', () => {
  test('a steady load: both print the same, whatever the age of the process', () => {
    const rows = tabulate(startFrom('steady'));
    expect(rows.map(({ ps, top }) => [ps.cpu, top.cpu])).toEqual(rows.map(() => ['60.0', '60.0']));
  });

  test('a burst: 100 while it lasts, 50 at twice its length, 10 at ten times, while top is at 0 within an interval', () => {
    const state = startFrom('burst-then-idle');
    expect([300, 600, 1200, 2400, 6000].map((moment) => readAt(state, moment).ps.cpu)).toEqual([
      '100',
      '100',
      '50.0',
      '25.0',
      '10.0',
    ]);
    expect([600, 750, 900, 6000].map((moment) => readAt(state, moment).top.cpu)).toEqual([
      '100.0',
      '50.0',
      '0.0',
      '0.0',
    ]);
  });

  test('a late riser: top is at 100 after an interval, ps takes as long as it slept to come to 50', () => {
    const state = startFrom('woke-up-late');
    expect([3000, 3300, 4000, 6000].map((moment) => readAt(state, moment).ps.cpu)).toEqual([
      '0.0',
      '9.0',
      '25.0',
      '50.0',
    ]);
    expect([3000, 3300, 4000].map((moment) => readAt(state, moment).top.cpu)).toEqual([
      '0.0',
      '100.0',
      '100.0',
    ]);
  });

  test('four threads: 400 in both on four CPUs, 99 in column C, and no more than 99.9 of the machine', () => {
    const state = startFrom('four-threads');
    expect(readAt(state)).toMatchObject({
      ps: { cpu: '400', c: '99', isCapped: true },
      top: { cpu: '400.0', isCapped: false },
    });
    expect(readAt({ ...state, mode: 'solaris' }).top).toMatchObject({ cpu: '99.9', isCapped: true });
    expect(readAt({ ...state, cpus: 2 })).toMatchObject({ ps: { cpu: '200' }, top: { cpu: '200.0' } });
    expect(readAt({ ...state, cpus: 8, mode: 'solaris' }).top.cpu).toBe('50.0');
  });

  test('the first frame: it covers the pause of its release, not the life of the process', () => {
    const state = startFrom('burst-then-idle');
    expect(releaseIds.map((release) => readAt({ ...state, release }, 605).firstFrame.cpu)).toEqual([
      '66.7',
      '66.7',
      '66.7',
      '66.7',
      '50.0',
      '50.0',
      '75.0',
    ]);
    expect(readAt(state, 900).firstFrame.cpu).toBe('0.0');
  });

  test('a tick: it is 1 % of a second’s interval, and a fifteenth of a first frame', () => {
    const state = { ...startFrom('steady'), pieces: layPieces([{ length: 1, level: 100 }]), interval: 100 };
    expect(readAt(state, 1).top.cpu).toBe('1.0');
    expect(readAt(state, 1).firstFrame.cpu).toBe('6.7');
  });

  test('releases: one that counts in whole seconds prints nothing for the first, and then too much', () => {
    const state = startFrom('four-threads');
    const printed = (release: State['release'], moment: number): string =>
      readAt({ ...state, threads: 1, release }, moment).ps.cpu;
    expect([50, 190].map((moment) => printed('3.3.6', moment))).toEqual(['0.0', '95.0']);
    expect([50, 190].map((moment) => printed('4.0.0', moment))).toEqual(['0.0', '190']);
    expect([50, 190].map((moment) => printed('4.0.1', moment))).toEqual(['100', '100']);
  });
});

describe('In any state', () => {
  test('ps is the mean of all frames of top since the process began, weighted by their time', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const irix = { ...state, mode: 'irix' as const };
        const frames = Math.floor(span / state.interval);
        const shares = Array.from(
          { length: frames },
          (_, at) => readAt(irix, (at + 1) * state.interval).top.share,
        );
        const mean = shares.reduce((sum, share) => sum + share, 0) / frames;
        expect(mean).toBeCloseTo(readAt(irix, frames * state.interval).ps.share, 6);
      }),
    );
  });

  test('a burst moves ps by 100 · d / age: the older the process, the less', () => {
    const anyBurst = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(anyBurst, fc.integer({ min: 2000, max: span }), (length, moment) => {
        const idle: State = { ...startFrom('steady'), pieces: layPieces([]) };
        const burst = draw(idle, 500, 500 + length, 100);
        expect(readAt(burst, moment).ps.share - readAt(idle, moment).ps.share).toBeCloseTo(
          (100 * length) / moment,
          9,
        );
      }),
    );
  });

  test('ps of a burst halves only when the age doubles, and of a late riser is what is left of its age', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 0, max: 1500 }), (length, more) => {
        const base = startFrom('steady');
        const burst = { ...base, pieces: layPieces([{ length, level: 100 }]) };
        const age = length + more;
        expect(readAt(burst, age).ps.share).toBeCloseTo((100 * length) / age, 9);
        expect(readAt(burst, 2 * age).ps.share).toBeCloseTo(readAt(burst, age).ps.share / 2, 9);
        const late = {
          ...base,
          pieces: layPieces([
            { length, level: 0 },
            { length: span, level: 100 },
          ]),
        };
        expect(readAt(late, age).ps.share).toBeCloseTo((100 * more) / age, 9);
      }),
    );
  });

  test('top over a whole number of cycles of work and rest shows their mean, from whichever moment', () => {
    const work = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(work, work, fc.integer({ min: 1, max: 5 }), fc.nat(500), (busy, idle, cycles, moment) => {
        const cycle = [
          { length: busy, level: 100 },
          { length: idle, level: 0 },
        ];
        const state: State = {
          ...startFrom('steady'),
          pieces: layPieces(Array.from({ length: 40 }, () => cycle).flat()),
          interval: cycles * (busy + idle),
        };
        // Forty cycles there are; what is looked at lies within them.
        const end = state.interval + (moment % ((40 - cycles) * (busy + idle)));
        expect(readAt(state, end).top.share).toBeCloseTo((100 * busy) / (busy + idle), 9);
      }),
    );
  });

  test('top with an interval within the work or within the rest shows all or nothing', () => {
    const cycle = [
      { length: 200, level: 100 },
      { length: 200, level: 0 },
    ];
    const state: State = {
      ...startFrom('steady'),
      pieces: layPieces(Array.from({ length: 10 }, () => cycle).flat()),
      interval: 100,
    };
    expect([1000, 1050, 1100, 1200, 1250, 1300].map((moment) => readAt(state, moment).top.cpu)).toEqual([
      '100.0',
      '50.0',
      '0.0',
      '0.0',
      '50.0',
      '100.0',
    ]);
  });

  test('counters never run backwards, and a thread that never rests has used its age', () => {
    fc.assert(
      fc.property(anyState, fc.nat(span), fc.nat(span), (state, one, other) => {
        const [early, late] = [readAt(state, Math.min(one, other)), readAt(state, Math.max(one, other))];
        expect(late.counters.used).toBeGreaterThanOrEqual(early.counters.used);
        expect(late.counters.uptime - late.counters.start).toBe(late.moment);
        expect(Number.isInteger(late.counters.used)).toBe(true);
      }),
    );
    expect(readAt(startFrom('four-threads')).counters.used).toBe(12_000);
  });

  test('a table ends with the life of the process', () => {
    expect(tabulate(startFrom('steady')).map(({ moment }) => moment)).toEqual([
      500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000,
    ]);
  });
});

describe('The lines', () => {
  test('are what the tools stand for, to a tick', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { mean, latest } = drawLines(state);
        for (const [tick, percent] of mean.slice(1)) {
          expect(Math.abs(percent - readAt(state, tick).ps.share)).toBeLessThanOrEqual(100 / tick + 1e-9);
        }
        for (const [tick, percent] of latest) {
          expect(Math.abs(percent - readAt(state, tick).top.share)).toBeLessThanOrEqual(
            100 / state.interval + 1e-9,
          );
        }
      }),
    );
  });

  test('follow the mean of a process that is young, where it bends most', () => {
    const burst = { ...startFrom('burst-then-idle'), threads: 4, cpus: 4 };
    const state = { ...burst, pieces: layPieces([{ length: 50, level: 400 }]) };
    const { mean } = drawLines(state);
    for (let tick = 51; tick < 400; tick += 1) {
      const next = mean.findIndex(([at]) => at >= tick);
      const [[from, low] = [0, 0], [to, high] = [0, 0]] = mean.slice(next - 1, next + 1);
      const drawn = low + ((high - low) * (tick - from)) / (to - from);
      // A line of 170 px stands for 400: less than one of them.
      expect(Math.abs(drawn - (400 * 50) / tick)).toBeLessThan(400 / 170);
    }
  });

  test('run from birth to the end of what is shown, forwards, few points long', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { load, mean, latest } = drawLines(state);
        for (const line of [load, mean, latest]) {
          expect(line[0]?.[0]).toBe(0);
          expect(line.at(-1)?.[0]).toBe(span);
          expect(line.length).toBeLessThan(200);
          for (const [at, [tick]] of line.entries())
            expect(tick).toBeGreaterThanOrEqual(line[at - 1]?.[0] ?? 0);
        }
      }),
    );
  });

  test('leave out nothing of the latest interval by joining its points', () => {
    fc.assert(
      fc.property(anyState, fc.nat(span), (state, moment) => {
        const { latest } = drawLines(state);
        const after = latest.findIndex(([tick]) => tick >= moment);
        const [[start, from] = [0, 0], [end, to] = [0, 0]] = [latest[Math.max(after - 1, 0)], latest[after]];
        const joined = end === start ? to : from + ((to - from) * (moment - start)) / (end - start);
        expect(Math.abs(joined - readAt(state, moment).top.share)).toBeLessThanOrEqual(
          100 / state.interval + 1e-9,
        );
      }),
    );
  });
});

describe('The settings', () => {
  test('begin with one of the presets, within their ranges and on their steps', () => {
    expect(presetNames.map((name) => findPreset(startFrom(name)))).toEqual(presetNames);
    expect(findPreset(startFrom())).toBe(choices.preset.initial);
    for (const name of presetNames) {
      const state = startFrom(name);
      expect(limitLevels(state.pieces, state.threads, state.cpus)).toEqual(state.pieces);
      for (const key of ['moment', 'interval', 'threads', 'cpus'] as const) {
        const { min, max, step } = ranges[key];
        expect(state[key]).toBeGreaterThanOrEqual(min);
        expect(state[key]).toBeLessThanOrEqual(max);
        expect((state[key] - min) % step).toBe(0);
      }
    }
  });

  test('are of the same preset with more threads, which have nothing to do, but not with too few', () => {
    expect(findPreset({ ...startFrom('steady'), threads: 3 })).toBe('steady');
    expect(findPreset({ ...startFrom('four-threads'), threads: 3 })).toBeUndefined();
  });

  test('are of no preset when something is drawn', () => {
    expect(findPreset(draw(startFrom('steady'), 100, 200, 100))).toBeUndefined();
  });
});
