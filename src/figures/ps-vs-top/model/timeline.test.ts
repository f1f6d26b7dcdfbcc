import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawLevel, highestLevel, layPieces, levelAt, limitLevels, span, workBy } from './timeline.ts';
import { anyPieces, anyTick } from '../fixtures/arbitraries.ts';

const anyLevel = fc.integer({ min: 0, max: highestLevel });

describe('Pieces', () => {
  test('fill the span with what was laid, and with rest', () => {
    expect(layPieces([{ length: 600, level: 100 }])).toEqual([
      { start: 0, length: 600, level: 100 },
      { start: 600, length: 5400, level: 0 },
    ]);
  });

  test.each([
    [
      'of one load are one',
      [
        [span / 2, 30],
        [span / 2, 30],
      ],
      [[span, 30]],
    ],
    [
      'that are empty are none',
      [
        [0, 90],
        [span, 80],
      ],
      [[span, 80]],
    ],
    [
      'are cut where the span ends',
      [
        [span + 3000, 70],
        [10, 80],
      ],
      [[span, 70]],
    ],
    ['have no more load than can be drawn', [[span, 900]], [[span, highestLevel]]],
    [
      'of nonsense are none',
      [
        [NaN, 50],
        [-30, 80],
        [span, NaN],
      ],
      [[span, 0]],
    ],
    [
      'are of whole ticks and per cents',
      [
        [0.4, 90],
        [10.6, 49.5],
        [span, 0],
      ],
      [
        [11, 50],
        [span - 11, 0],
      ],
    ],
  ] satisfies [string, [number, number][], [number, number][]][])('%s', (_, given, expected) => {
    const laid = layPieces(given.map(([length, level]) => ({ length, level })));
    expect(laid.map(({ length, level }) => [length, level])).toEqual(expected);
  });

  test('drawn on still follow one another without a gap, no two alike', () => {
    fc.assert(
      fc.property(anyPieces, anyTick, anyTick, anyLevel, (pieces, from, to, level) => {
        const drawn = drawLevel(pieces, from, to, level);
        expect(drawn[0]?.start).toBe(0);
        expect(drawn.reduce((end, piece) => end + piece.length, 0)).toBe(span);
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

  test('have the drawn load where it was drawn, from either end, and the old one elsewhere', () => {
    fc.assert(
      fc.property(anyPieces, anyTick, anyTick, anyLevel, anyTick, (pieces, from, to, level, tick) => {
        const drawn = drawLevel(pieces, from, to, level);
        expect(drawLevel(pieces, to, from, level)).toEqual(drawn);
        const isWithin = tick >= Math.min(from, to) && tick < Math.max(from, to);
        if (tick < span) expect(levelAt(drawn, tick)).toBe(isWithin ? level : levelAt(pieces, tick));
      }),
    );
  });

  test('drawn on beyond their ends are drawn on as far as they go', () => {
    expect(drawLevel(layPieces([]), -500, span + 500, 1000)).toEqual([
      { start: 0, length: span, level: 400 },
    ]);
  });

  test('never take CPU time back, nor take more than the limit allows', () => {
    const anyCount = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(anyPieces, anyCount, anyCount, anyTick, anyTick, (pieces, threads, cpus, one, other) => {
        const limited = limitLevels(pieces, threads, cpus);
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const used = workBy(limited, late) - workBy(limited, early);
        expect(used).toBeGreaterThanOrEqual(0);
        expect(used).toBeLessThanOrEqual(Math.min(threads, cpus) * (late - early) + 1e-9);
      }),
    );
  });

  test('have used nothing before the process began', () => {
    expect(workBy(layPieces([{ length: span, level: 100 }]), -20)).toBe(0);
  });
});
