import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { fragmentToState, stateToFragment } from './fragment.ts';
import { ranges, type RangeName } from './setting.ts';
import { draw, startFrom, type State } from './state.ts';
import { layPieces, span } from './timeline.ts';

const twenty = layPieces([{ length: 2000, level: 100 }]);

describe('A state as pairs', () => {
  test.each<[State, string]>([
    [startFrom('steady'), 'preset=steady'],
    [
      { ...startFrom('burst-then-idle'), moment: 2520, interval: 50 },
      'preset=burst-then-idle&at=25.2&every=0.5',
    ],
    [{ ...startFrom('four-threads'), mode: 'solaris', cpus: 8 }, 'preset=four-threads&cpus=8&mode=solaris'],
    [{ ...startFrom('steady'), threads: 3 }, 'preset=steady&threads=3'],
    [draw(startFrom('steady'), 0, span, 0), 'load=0x60&at=30'],
    [
      { ...draw(startFrom(), 0, 2000, 100), threads: 2, release: '3.3.6' },
      'load=100x20,0x10,100x30&threads=2&procps=3.3.6',
    ],
  ])('%# reads well', (state, fragment) => {
    expect(stateToFragment(state)).toBe(fragment);
  });

  test('is found again in them, whatever the page began with', () => {
    fc.assert(
      fc.property(anyState, anyState, (state, base) => {
        expect(fragmentToState(stateToFragment(state), base)).toEqual(state);
      }),
    );
  });

  test('needs no character that an address would have to escape', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(stateToFragment(state)).toMatch(/^[\w=&.,-]+$/);
      }),
    );
  });
});

describe('Pairs that are read', () => {
  test.each([
    ['what is not said stays as it is', 'at=10', { moment: 1000 }],
    ['a preset brings its moment and threads along', 'preset=four-threads', startFrom('four-threads')],
    [
      'a preset is read first, wherever it stands',
      'cpus=2&preset=steady',
      { ...startFrom('steady'), cpus: 2 },
    ],
    ['the last of two holds', 'at=10&at=20', { moment: 2000 }],
    ['too much is the most', 'every=99&cpus=0&threads=1000', { interval: 1000, cpus: 1, threads: 4 }],
    ['nonsense is not said', 'at=soon&mode=beos&procps=5&preset=nap&every=&cpus&=&%E0%A4%A&every=1e3', {}],
    ['an escaped comma is none: addresses are read before', 'load=100x20%2C0x40', {}],
    ['half a drawing is none', 'load=100x20,50', {}],
    [
      'a drawing with a preset is drawn on that',
      'preset=four-threads&load=100x20',
      { ...startFrom('four-threads'), pieces: twenty },
    ],
    ['nothing is nothing', '', {}],
  ] satisfies [string, string, Partial<State>][])('%s', (_, fragment, expected) => {
    const base: State = { ...startFrom('burst-then-idle'), interval: 500 };
    expect(fragmentToState(fragment, base)).toEqual({ ...base, ...expected });
  });

  test('give a state that can be, whatever they are', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'load',
        'at',
        'every',
        'threads',
        'cpus',
        'mode',
        'procps',
        'preset',
        'x',
        ',',
        '=',
        '&',
      ),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const state = fragmentToState(parts.join(''));
        for (const name of Object.keys(ranges) as RangeName[]) {
          expect(state[name]).toBeGreaterThanOrEqual(ranges[name].min);
          expect(state[name]).toBeLessThanOrEqual(ranges[name].max);
        }
        expect(layPieces(state.pieces)).toEqual(state.pieces);
        expect(fragmentToState(stateToFragment(state))).toEqual(state);
      }),
    );
  });
});
