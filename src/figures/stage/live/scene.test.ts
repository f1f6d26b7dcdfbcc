import { describe, expect, test } from 'vitest';
import type { FigureTime } from './live-figure.ts';
import { pauseAt, play, seek, tick, type Motion, type Scene } from './scene.ts';

/** A figure whose state counts to ten, by one every 100 ms. */
const time: FigureTime<number> = {
  progress: (state) => ({ at: state, last: 10 }),
  step: (state, direction) => Math.min(10, Math.max(0, state + direction)),
  advance: (state, ms) => Math.min(10, state + Math.floor(ms / 100)),
  rewind: () => 0,
};

/** Plays a scene for a while, at about 60 frames per second. */
function watch(scene: Scene<number>, ms: number, motion: Motion): Scene<number> {
  let seen = scene;
  for (let frame = 0; frame < ms / 16; frame += 1) seen = tick(time, seen, 16, motion);
  return seen;
}

describe('A scene', () => {
  test('is paused until it is played', () => {
    expect(watch(pauseAt(3), 5000, 'continuous')).toEqual(pauseAt(3));
  });

  test('advances as far in many short frames as in one long frame, although the figure rounds', () => {
    expect(watch(play(time, pauseAt(3)), 400, 'continuous').state).toBe(7);
    expect(tick(time, play(time, pauseAt(3)), 400, 'continuous').state).toBe(7);
  });

  test('pauses at its end, and starts over if it is played there', () => {
    expect(watch(play(time, pauseAt(3)), 2000, 'continuous')).toEqual(pauseAt(10));
    const again = play(time, pauseAt(10));
    expect(again.state).toBe(0);
    expect(again.run).toBeDefined();
  });

  test('stays paused if it has no length', () => {
    const still = { ...time, progress: () => ({ at: 0, last: 0 }) };
    expect(play(still, pauseAt(0))).toEqual(pauseAt(0));
  });

  test('is paused after a reader has changed something', () => {
    const { state } = watch(play(time, pauseAt(3)), 200, 'continuous');
    expect(watch(pauseAt(state), 1000, 'continuous')).toEqual(pauseAt(state));
  });

  test('moves in single steps 1.5 s apart with reduced motion', () => {
    const begun = play(time, pauseAt(0));
    expect(watch(begun, 1400, 'stepwise').state).toBe(0);
    expect(watch(begun, 1600, 'stepwise').state).toBe(1);
    expect(watch(begun, 3200, 'stepwise').state).toBe(2);
    expect(watch(begun, 60_000, 'stepwise')).toEqual(pauseAt(10));
  });

  test('continues from its current state if the reader turns on reduced motion', () => {
    const flowing = watch(play(time, pauseAt(0)), 300, 'continuous');
    expect(watch(flowing, 1400, 'stepwise').state - flowing.state).toBeLessThanOrEqual(1);
  });
});

describe('Seeking', () => {
  test('steps forward or back to the position, and stops at either end', () => {
    expect(seek(time, 3, 8)).toBe(8);
    expect(seek(time, 8, 3)).toBe(3);
    expect(seek(time, 3, 12)).toBe(10);
    expect(seek(time, 3, 3)).toBe(3);
  });

  test('stops at the first step past the position if no step ends there', () => {
    const byThrees = { ...time, step: (state: number, by: number) => time.step(state, (3 * by) as 1) };
    expect(seek(byThrees, 0, 4)).toBe(6);
    expect(seek(byThrees, 9, 4)).toBe(3);
  });

  test('uses the figure’s own seek function if it has one', () => {
    expect(seek({ ...time, seek: (_, at) => at + 0.5 }, 3, 8)).toBe(8.5);
  });
});

test('A scene starts over only at its last position', () => {
  expect([9, 10].map((state) => play(time, pauseAt(state)).state)).toEqual([9, 0]);
});
