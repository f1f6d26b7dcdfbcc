import { expect, test } from 'vitest';
import { fragmentToState } from './model/index.ts';
import { time } from './time.ts';

const state = fragmentToState('preset=burst-then-idle&at=12.3');

test('Playback takes twelve seconds and stays at its end', () => {
  const start = time.rewind(state);
  expect(start.moment).toBe(0);
  expect(time.advance(start, 6000).moment).toBe(3000);
  const end = time.advance(start, 20_000);
  expect(end.moment).toBe(6000);
  expect(time.advance(end, 100)).toBe(end);
  expect(time.progress(end)).toMatchObject({ at: 600, last: 600 });
});

test('A step goes to the next or previous full second', () => {
  expect(time.step(state, 1).moment).toBe(1300);
  expect(time.step(state, -1).moment).toBe(1200);
  expect(time.step({ ...state, moment: 1300 }, -1).moment).toBe(1200);
  const first = time.rewind(state);
  expect(time.step(first, -1)).toBe(first);
});

test('Playback moves in tenths of a second, so that picture and player show the same age', () => {
  for (const ms of [1, 16, 17, 33, 1234]) expect(time.advance(time.rewind(state), ms).moment % 10).toBe(0);
  expect(time.advance(time.rewind(state), 16).moment).toBe(10);
});

test('Seeking has a resolution of a tenth of a second', () => {
  expect(time.seek?.(state, 255).moment).toBe(2550);
  expect(time.progress(state).at).toBe(123);
});
