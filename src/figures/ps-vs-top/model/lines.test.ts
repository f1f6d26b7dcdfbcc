import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { computeLines } from './lines.ts';
import { computeReading } from './reading.ts';
import { createState } from './state.ts';
import { createPieces, timelineLength } from './timeline.ts';

describe('The lines of the chart', () => {
  test('equal the exact ratios within one tick', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { mean, latest } = computeLines(state);
        for (const [tick, percent] of mean.slice(1)) {
          expect(Math.abs(percent - computeReading(state, tick).ps.share)).toBeLessThanOrEqual(
            100 / tick + 1e-9,
          );
        }
        for (const [tick, percent] of latest) {
          expect(Math.abs(percent - computeReading(state, tick).top.share)).toBeLessThanOrEqual(
            100 / state.interval + 1e-9,
          );
        }
      }),
    );
  });

  test('follow the mean closely while the process is young, when it is curved most', () => {
    const burst = { ...createState('burst-then-idle'), threads: 4, cpus: 4 };
    const state = { ...burst, pieces: createPieces([{ length: 50, level: 400 }]) };
    const { mean } = computeLines(state);
    for (let tick = 51; tick < 400; tick += 1) {
      const next = mean.findIndex(([at]) => at >= tick);
      const [[from, low] = [0, 0], [to, high] = [0, 0]] = mean.slice(next - 1, next + 1);
      const drawn = low + ((high - low) * (tick - from)) / (to - from);
      // The chart shows 0 to 400 on 170 px, so the error is below one pixel.
      expect(Math.abs(drawn - (400 * 50) / tick)).toBeLessThan(400 / 170);
    }
  });

  test('go forward from the start to the end of the timeline, with fewer than 200 points', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { load, mean, latest } = computeLines(state);
        for (const line of [load, mean, latest]) {
          expect(line[0]?.[0]).toBe(0);
          expect(line.at(-1)?.[0]).toBe(timelineLength);
          expect(line.length).toBeLessThan(200);
          for (const [at, [tick]] of line.entries())
            expect(tick).toBeGreaterThanOrEqual(line[at - 1]?.[0] ?? 0);
        }
      }),
    );
  });

  test('have enough points that linear interpolation gives the ratio of the interval', () => {
    fc.assert(
      fc.property(anyState, fc.nat(timelineLength), (state, moment) => {
        const { latest } = computeLines(state);
        const after = latest.findIndex(([tick]) => tick >= moment);
        const [[start, from] = [0, 0], [end, to] = [0, 0]] = [latest[Math.max(after - 1, 0)], latest[after]];
        const joined = end === start ? to : from + ((to - from) * (moment - start)) / (end - start);
        expect(Math.abs(joined - computeReading(state, moment).top.share)).toBeLessThanOrEqual(
          100 / state.interval + 1e-9,
        );
      }),
    );
  });
});
