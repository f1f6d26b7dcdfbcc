import { describe, expect, test } from 'vitest';
import { createScale } from '../../stage/scale.ts';
import { createScenario, defaultSettings } from '../model/index.ts';
import { stories } from '../stories.ts';
import { createTimeAxis } from './time-axis.ts';

const axis = createTimeAxis(createScenario(defaultSettings, stories), createScale);

describe('The time of the ladder', () => {
  test('gives each message a row of its own, far enough from the next for its words', () => {
    const rows = [...axis.rows.values()];
    expect(rows).toHaveLength(7);
    rows.slice(1).forEach((row, index) => {
      expect(row - (rows[index] ?? 0)).toBeGreaterThanOrEqual(24);
    });
  });

  test('is to scale while sound passes: a packet of 20 ms is a pixel', () => {
    expect(axis.y(3_000_000) - axis.y(2_000_000)).toBeCloseTo(50, 0);
    expect(axis.seconds).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('never runs back, and ends within the picture', () => {
    const heights = Array.from({ length: 80 }, (_, tenth) => axis.y(tenth * 100_000));
    expect(heights).toEqual([...heights].sort((one, other) => one - other));
    expect(Math.max(...heights, ...axis.rows.values())).toBeLessThan(axis.height);
  });
});
