import { describe, expect, test } from 'vitest';
import { fragmentToState, levelAt, stateToFragment } from './model/index.ts';
import { listStretches, lookAt, paintLoad, turnByKey } from './shape-load.ts';

const idle = fragmentToState('load=0x60&at=30');

describe('A pointer', () => {
  test('draws over whole seconds, as high as it is', () => {
    const state = paintLoad(idle, { across: 10.9 / 60, up: 0.1 }, { across: 12.2 / 60, up: 0.77 });
    expect(stateToFragment(state)).toBe('load=0x10,75x3,0x47&at=30');
  });

  test('draws the same from right to left', () => {
    const [left, right] = [
      { across: 0.2, up: 0.5 },
      { across: 0.4, up: 0.5 },
    ];
    expect(paintLoad(idle, left, right)).toEqual(paintLoad(idle, right, left));
  });

  test('that leaves the chart draws at its edge', () => {
    const state = paintLoad(idle, { across: 0.99, up: 1 }, { across: 1.4, up: 1.8 });
    expect(stateToFragment(state)).toBe('load=0x59,100x1&at=30');
  });

  test('draws in round steps of what four threads can use', () => {
    const four = { ...idle, threads: 4 };
    expect(levelAt(paintLoad(four, { across: 0, up: 0.61 }, { across: 0, up: 0.61 }).pieces, 0)).toBe(240);
  });

  test('moves the moment by tenths of a second, and not out of the life', () => {
    const momentAt = (across: number): number => lookAt(idle, { across, up: 0 }).moment;
    expect([momentAt(0.50049), momentAt(-1), momentAt(2)]).toEqual([3000, 0, 6000]);
  });
});

describe('Keys', () => {
  const state = fragmentToState('load=100x10,35x2,0x48');
  const stretches = listStretches(state);

  test('find twelve stretches with their mean load', () => {
    expect(stretches.map(({ level }) => level)).toEqual([100, 100, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(stretches[1]).toEqual({ start: 500, end: 1000, level: 100 });
  });

  test.each([
    ['ArrowUp', 24],
    ['ArrowDown', 4],
    ['PageUp', 64],
    ['PageDown', 0],
    ['Home', 0],
    ['End', 100],
  ])('%s sets a stretch of 14 to %i', (key, level) => {
    const [, , stretch] = stretches;
    const turned = stretch && turnByKey(state, stretch, key);
    expect(turned && listStretches(turned)[2]?.level).toBe(level);
  });

  test('without a meaning change nothing', () => {
    expect(stretches[0] && turnByKey(state, stretches[0], 'a')).toBeUndefined();
  });

  test('raise no stretch above what the CPUs can do', () => {
    const narrow = fragmentToState('preset=four-threads&cpus=2');
    const [first] = listStretches(narrow);
    expect(first?.level).toBe(200);
    expect(first && listStretches(turnByKey(narrow, first, 'End') ?? idle)[0]?.level).toBe(200);
  });
});
