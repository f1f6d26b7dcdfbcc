import { describe, expect, test } from 'vitest';
import type { FigureTime } from './live-figure.ts';
import { change, isAtEnd, pass, play, seek, type Pace, type Scene } from './scene.ts';

/** Counts to ten, one each 100 ms. */
const time: FigureTime<number> = {
  progress: (state) => ({ at: state, last: 10 }),
  step: (state, direction) => Math.min(10, Math.max(0, state + direction)),
  advance: (state, ms) => Math.min(10, state + Math.floor(ms / 100)),
  rewind: () => 0,
};

/** The scene after frames of a screen that shows 60 of them a second. */
function watch(scene: Scene<number>, ms: number, pace: Pace): Scene<number> {
  let seen = scene;
  for (let frame = 0; frame < ms / 16; frame += 1) seen = pass(time, seen, 16, pace);
  return seen;
}

describe('A scene', () => {
  test('stands still until it is played', () => {
    expect(watch(change(3), 5000, 'flow')).toEqual(change(3));
  });

  test('goes as far in many short frames as in one long one, however a figure rounds', () => {
    expect(watch(play(time, change(3)), 400, 'flow').state).toBe(7);
    expect(pass(time, play(time, change(3)), 400, 'flow').state).toBe(7);
  });

  test('stops at its end, and begins anew when it is played there', () => {
    expect(watch(play(time, change(3)), 2000, 'flow')).toEqual(change(10));
    const again = play(time, change(10));
    expect(again.state).toBe(0);
    expect(again.run).toBeDefined();
  });

  test('of which there is nothing to play stands still when it is played', () => {
    const still = { ...time, progress: () => ({ at: 0, last: 0 }) };
    expect(play(still, change(0))).toEqual(change(0));
  });

  test('stands still when a reader has changed something', () => {
    const { state } = watch(play(time, change(3)), 200, 'flow');
    expect(watch(change(state), 1000, 'flow')).toEqual(change(state));
  });

  test('takes single steps, with time to look, for those who want no motion', () => {
    const begun = play(time, change(0));
    expect(watch(begun, 1400, 'steps').state).toBe(0);
    expect(watch(begun, 1600, 'steps').state).toBe(1);
    expect(watch(begun, 3200, 'steps').state).toBe(2);
    expect(watch(begun, 60_000, 'steps')).toEqual(change(10));
  });

  test('goes on in the other manner from where it is when its reader comes to want that', () => {
    const flowing = watch(play(time, change(0)), 300, 'flow');
    expect(watch(flowing, 1400, 'steps').state - flowing.state).toBeLessThanOrEqual(1);
  });
});

describe('Another moment', () => {
  test('is gone to step by step, forth and back, and not beyond an end', () => {
    expect(seek(time, 3, 8)).toBe(8);
    expect(seek(time, 8, 3)).toBe(3);
    expect(seek(time, 3, 12)).toBe(10);
    expect(seek(time, 3, 3)).toBe(3);
  });

  test('is the next at which the figure stops, where it stops at few', () => {
    const byThrees = { ...time, step: (state: number, by: number) => time.step(state, (3 * by) as 1) };
    expect(seek(byThrees, 0, 4)).toBe(6);
    expect(seek(byThrees, 9, 4)).toBe(3);
  });

  test('is gone to at once where the figure knows how', () => {
    expect(seek({ ...time, seek: (_, at) => at + 0.5 }, 3, 8)).toBe(8.5);
  });
});

test('what is at its last step is at its end', () => {
  expect([9, 10].map((state) => isAtEnd(time, state))).toEqual([false, true]);
});
