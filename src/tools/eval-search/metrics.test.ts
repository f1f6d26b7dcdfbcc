import { describe, expect, test } from 'vitest';
import { meanReciprocalRank, percentile, rankOf, spreadOf, successAt, wilsonInterval } from './metrics.ts';

describe('wilsonInterval', () => {
  // Table I of Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17 (1998), method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval for %i of %i', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.share).toBe(successes / trials);
  });

  test('gives mirrored intervals for all and for no successes', () => {
    expect(wilsonInterval(20, 20).low).toBeCloseTo(1 - wilsonInterval(0, 20).high, 12);
    expect(wilsonInterval(20, 20).high).toBe(1);
  });

  test('gives the interval from 0 to 1 for no trials', () => {
    expect(wilsonInterval(0, 0)).toEqual({ share: NaN, low: 0, high: 1 });
  });
});

describe('Ranks', () => {
  test('count from 1, for the first result that is expected', () => {
    expect(rankOf(['b', 'c'], ['a', 'c', 'b'])).toBe(2);
    expect(rankOf(['x'], ['a', 'c', 'b'])).toBeUndefined();
    expect(rankOf([], ['a'])).toBeUndefined();
  });

  test('within the first k count as successes', () => {
    const ranks = [1, 5, 6, undefined];
    expect(successAt(1, ranks).share).toBe(0.25);
    expect(successAt(5, ranks).share).toBe(0.5);
  });

  test('are averaged as reciprocals, and count 0 below the tenth', () => {
    expect(meanReciprocalRank([1, 2, undefined])).toBe(0.5);
    expect(meanReciprocalRank([10, 11])).toBe(0.05);
  });
});

describe('A percentile', () => {
  test('is one of the values', () => {
    expect(percentile(50, [4, 1, 3, 2])).toBe(2);
    expect(percentile(95, [4, 1, 3, 2])).toBe(4);
    expect(percentile(0, [4, 1])).toBe(1);
  });

  test('at 95 is exceeded by one value in twenty', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(spreadOf(values)).toEqual({ median: 50, p95: 95 });
  });

  test('of an empty list is undefined', () => {
    expect(spreadOf([])).toBeUndefined();
  });
});
