import { describe, expect, test } from 'vitest';
import { fragmentToState, levelAt, stateToFragment } from './model/index.ts';
import { listIntervals, moveCursor, paintLoad, adjustByKey } from './shape-load.ts';

const idle = fragmentToState('load=0x60&at=30');

describe('A pointer', () => {
  test('draws the load over whole seconds, up to its height', () => {
    const state = paintLoad(idle, { across: 10.9 / 60, up: 0.1 }, { across: 12.2 / 60, up: 0.77 });
    expect(stateToFragment(state)).toBe('load=0x10,75x3,0x47&at=30');
  });

  test('draws the same load from right to left', () => {
    const [left, right] = [
      { across: 0.2, up: 0.5 },
      { across: 0.4, up: 0.5 },
    ];
    expect(paintLoad(idle, left, right)).toEqual(paintLoad(idle, right, left));
  });

  test('draws at the edge of the chart after leaving it', () => {
    const state = paintLoad(idle, { across: 0.99, up: 1 }, { across: 1.4, up: 1.8 });
    expect(stateToFragment(state)).toBe('load=0x59,100x1&at=30');
  });

  test('draws in steps of 5 % of the limit, here of four threads', () => {
    const four = { ...idle, threads: 4 };
    expect(levelAt(paintLoad(four, { across: 0, up: 0.61 }, { across: 0, up: 0.61 }).pieces, 0)).toBe(240);
  });

  test('moves the cursor in tenths of a second, within the timeline', () => {
    const momentAt = (across: number): number => moveCursor(idle, { across, up: 0 }).moment;
    expect([momentAt(0.50049), momentAt(-1), momentAt(2)]).toEqual([3000, 0, 6000]);
  });
});

describe('Keys', () => {
  const state = fragmentToState('load=100x10,35x2,0x48');
  const intervals = listIntervals(state);

  test('change one of twelve intervals, each with its mean load', () => {
    expect(intervals.map(({ level }) => level)).toEqual([100, 100, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(intervals[1]).toEqual({ start: 500, end: 1000, level: 100 });
  });

  test.each([
    ['ArrowUp', 24],
    ['ArrowDown', 4],
    ['PageUp', 64],
    ['PageDown', 0],
    ['Home', 0],
    ['End', 100],
  ])('%s changes a load of 14 to %i', (key, level) => {
    const [, , interval] = intervals;
    const changed = interval && adjustByKey(state, interval, key);
    expect(changed && listIntervals(changed)[2]?.level).toBe(level);
  });

  test('without a meaning are ignored', () => {
    expect(intervals[0] && adjustByKey(state, intervals[0], 'a')).toBeUndefined();
  });

  test('cannot raise a load above the limit of the CPUs', () => {
    const narrow = fragmentToState('preset=four-threads&cpus=2');
    const [first] = listIntervals(narrow);
    expect(first?.level).toBe(200);
    expect(first && listIntervals(adjustByKey(narrow, first, 'End') ?? idle)[0]?.level).toBe(200);
  });
});
