import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { fragmentToState, initialState, moveTo, ranges, stateToFragment } from './state.ts';

describe('Pairs', () => {
  test('without any setting mean a pick-up at 18:00 from Monday to Thursday, and 51.5 hours a week', () => {
    expect(fragmentToState('')).toEqual({ day: 'weekday', pickup: 1080, open: 51.5 });
    expect(stateToFragment(initialState)).toBe('');
  });

  test.each([
    ['day=friday', { day: 'friday' }],
    ['pickup=16:30', { pickup: 990 }],
    ['pickup=06:15', { pickup: 375 }],
    ['pickup=6:15', { pickup: 375 }],
    ['pickup=24:00', { pickup: 1440 }],
    ['open=48', { open: 48 }],
  ])('%s set %o', (pairs, change) => {
    expect(fragmentToState(pairs)).toEqual({ ...initialState, ...change });
  });

  test.each([
    'day=monday',
    'pickup=5:59',
    'pickup=24:15',
    'pickup=16:60',
    'pickup=16.30',
    'open=many',
    'hours=50',
  ])('ignore %s', (pairs) => {
    expect(fragmentToState(pairs)).toEqual(initialState);
  });

  test('clamp the opening hours', () => {
    expect(fragmentToState('open=10').open).toBe(48);
    expect(fragmentToState('open=168').open).toBe(55);
  });

  test('contain only what differs from the defaults, and parse to the same state', () => {
    expect(stateToFragment({ day: 'friday', pickup: 990, open: 51.5 })).toBe('day=friday&pickup=16:30');
    fc.assert(
      fc.property(anyState, (state) => {
        expect(fragmentToState(stateToFragment(state))).toEqual(state);
      }),
    );
  });
});

test('A pick-up moves to the closest quarter of an hour of the shown day', () => {
  const { min, max, step } = ranges.pickup;
  fc.assert(
    fc.property(anyState, fc.double({ min: -1000, max: 3000, noNaN: true }), (state, minute) => {
      const { pickup } = moveTo(state, minute);
      expect(pickup % step).toBe(0);
      expect(Math.abs(pickup - Math.min(Math.max(minute, min), max))).toBeLessThanOrEqual(step / 2);
    }),
  );
});
