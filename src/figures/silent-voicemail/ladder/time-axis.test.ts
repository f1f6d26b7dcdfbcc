import { describe, expect, test } from 'vitest';
import { createScale } from '../../stage/scale.ts';
import { createScenario, defaultSettings } from '../model/index.ts';
import { capturedCalls } from '../captured-calls.ts';
import { createTimeAxis } from './time-axis.ts';

const axis = createTimeAxis(createScenario(defaultSettings, capturedCalls), createScale);

describe('The time axis of the ladder', () => {
  test('gives each message a row of its own, high enough for its label', () => {
    const rows = [...axis.rows.values()];
    expect(rows).toHaveLength(7);
    rows.slice(1).forEach((row, index) => {
      expect(row - (rows[index] ?? 0)).toBeGreaterThanOrEqual(16);
    });
  });

  test('is to scale between the messages', () => {
    expect(axis.y(3_000_000) - axis.y(2_000_000)).toBeCloseTo(16, 0);
    expect(axis.y(6_000_000) - axis.y(5_000_000)).toBeCloseTo(16, 0);
    expect(axis.seconds).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('is monotonic and ends within the picture', () => {
    const heights = Array.from({ length: 80 }, (_, tenth) => axis.y(tenth * 100_000));
    expect(heights).toEqual([...heights].sort((one, other) => one - other));
    expect(Math.max(...heights, ...axis.rows.values())).toBeLessThan(axis.height);
  });
});
