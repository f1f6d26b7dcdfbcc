import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cpuTimeAt,
  createPieces,
  levelAt,
  limitLevels,
  maxLevel,
  setLevel,
  timelineLength,
} from './timeline.ts';
import { anyPieces, anyTick } from '../fixtures/arbitraries.ts';

const anyLevel = fc.integer({ min: 0, max: maxLevel });

describe('Pieces', () => {
  test('fill the rest of the timeline with load 0', () => {
    expect(createPieces([{ length: 600, level: 100 }])).toEqual([
      { start: 0, length: 600, level: 100 },
      { start: 600, length: 5400, level: 0 },
    ]);
  });

  test.each([
    [
      'of equal load are merged',
      [
        [timelineLength / 2, 30],
        [timelineLength / 2, 30],
      ],
      [[timelineLength, 30]],
    ],
    [
      'that are empty are dropped',
      [
        [0, 90],
        [timelineLength, 80],
      ],
      [[timelineLength, 80]],
    ],
    [
      'end with the timeline',
      [
        [timelineLength + 3000, 70],
        [10, 80],
      ],
      [[timelineLength, 70]],
    ],
    ['have at most the maximum load', [[timelineLength, 900]], [[timelineLength, maxLevel]]],
    [
      'with invalid numbers are dropped',
      [
        [NaN, 50],
        [-30, 80],
        [timelineLength, NaN],
      ],
      [[timelineLength, 0]],
    ],
    [
      'are rounded to whole ticks and percents',
      [
        [0.4, 90],
        [10.6, 49.5],
        [timelineLength, 0],
      ],
      [
        [11, 50],
        [timelineLength - 11, 0],
      ],
    ],
  ] satisfies [string, [number, number][], [number, number][]][])('%s', (_, given, expected) => {
    const laid = createPieces(given.map(([length, level]) => ({ length, level })));
    expect(laid.map(({ length, level }) => [length, level])).toEqual(expected);
  });

  test('stay contiguous, without neighbors of equal load, after a load is drawn', () => {
    fc.assert(
      fc.property(anyPieces, anyTick, anyTick, anyLevel, (pieces, from, to, level) => {
        const drawn = setLevel(pieces, from, to, level);
        expect(drawn[0]?.start).toBe(0);
        expect(drawn.reduce((end, piece) => end + piece.length, 0)).toBe(timelineLength);
        for (const [at, piece] of drawn.entries()) {
          const next = drawn[at + 1];
          expect(piece.length).toBeGreaterThan(0);
          if (next === undefined) continue;
          expect(next.start).toBe(piece.start + piece.length);
          expect(next.level).not.toBe(piece.level);
        }
      }),
    );
  });

  test('have the drawn load where it was drawn, in either direction, and the old load elsewhere', () => {
    fc.assert(
      fc.property(anyPieces, anyTick, anyTick, anyLevel, anyTick, (pieces, from, to, level, tick) => {
        const drawn = setLevel(pieces, from, to, level);
        expect(setLevel(pieces, to, from, level)).toEqual(drawn);
        const isWithin = tick >= Math.min(from, to) && tick < Math.max(from, to);
        if (tick < timelineLength)
          expect(levelAt(drawn, tick)).toBe(isWithin ? level : levelAt(pieces, tick));
      }),
    );
  });

  test('ignore what is drawn outside the timeline', () => {
    expect(setLevel(createPieces([]), -500, timelineLength + 500, 1000)).toEqual([
      { start: 0, length: timelineLength, level: 400 },
    ]);
  });

  test('use CPU time that never decreases, and never more than the limit', () => {
    const anyCount = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(anyPieces, anyCount, anyCount, anyTick, anyTick, (pieces, threads, cpus, one, other) => {
        const limited = limitLevels(pieces, threads, cpus);
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const used = cpuTimeAt(limited, late) - cpuTimeAt(limited, early);
        expect(used).toBeGreaterThanOrEqual(0);
        expect(used).toBeLessThanOrEqual(Math.min(threads, cpus) * (late - early) + 1e-9);
      }),
    );
  });

  test('use no CPU time before the process started', () => {
    expect(cpuTimeAt(createPieces([{ length: timelineLength, level: 100 }]), -20)).toBe(0);
  });
});
