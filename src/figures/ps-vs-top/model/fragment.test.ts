import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { fragmentToState, stateToFragment } from './fragment.ts';
import { createState, drawLoad, ranges, type RangeName, type State } from './state.ts';
import { createPieces, timelineLength } from './timeline.ts';

const twenty = createPieces([{ length: 2000, level: 100 }]);

describe('A serialized state', () => {
  test.each<[State, string]>([
    [createState('steady'), 'preset=steady'],
    [
      { ...createState('burst-then-idle'), moment: 2520, interval: 50 },
      'preset=burst-then-idle&at=25.2&every=0.5',
    ],
    [{ ...createState('four-threads'), mode: 'solaris', cpus: 8 }, 'preset=four-threads&cpus=8&mode=solaris'],
    [{ ...createState('steady'), threads: 3 }, 'preset=steady&threads=3'],
    [drawLoad(createState('steady'), 0, timelineLength, 0), 'load=0x60&at=30'],
    [
      { ...drawLoad(createState(), 0, 2000, 100), threads: 2, release: '3.3.6' },
      'load=100x20,0x10,100x30&threads=2&procps=3.3.6',
    ],
  ])('%# is short and readable', (state, fragment) => {
    expect(stateToFragment(state)).toBe(fragment);
  });

  test('parses to the same state, whatever the base state', () => {
    fc.assert(
      fc.property(anyState, anyState, (state, base) => {
        expect(fragmentToState(stateToFragment(state), base)).toEqual(state);
      }),
    );
  });

  test('contains no character that needs percent-encoding in a URL', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(stateToFragment(state)).toMatch(/^[\w=&.,-]+$/);
      }),
    );
  });
});

describe('Parsing pairs', () => {
  test.each([
    ['keeps the base value of missing keys', 'at=10', { moment: 1000 }],
    ['takes moment and threads from a preset', 'preset=four-threads', createState('four-threads')],
    ['reads a preset first, wherever it is', 'cpus=2&preset=steady', { ...createState('steady'), cpus: 2 }],
    ['uses the last of two equal keys', 'at=10&at=20', { moment: 2000 }],
    ['clamps numbers out of range', 'every=99&cpus=0&threads=1000', { interval: 1000, cpus: 1, threads: 4 }],
    [
      'ignores unknown keys and invalid values',
      'at=soon&mode=beos&procps=5&preset=nap&every=&cpus&=&%E0%A4%A&every=1e3',
      {},
    ],
    ['does not decode percent-encoding, which findFigureState has done before', 'load=100x20%2C0x40', {}],
    ['ignores an incomplete load', 'load=100x20,50', {}],
    [
      'combines a load with the other settings of a preset',
      'preset=four-threads&load=100x20',
      { ...createState('four-threads'), pieces: twenty },
    ],
    ['returns the base state for no pairs', '', {}],
  ] satisfies [string, string, Partial<State>][])('%s', (_, fragment, expected) => {
    const base: State = { ...createState('burst-then-idle'), interval: 500 };
    expect(fragmentToState(fragment, base)).toEqual({ ...base, ...expected });
  });

  test('returns a valid state for any text', () => {
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
        expect(createPieces(state.pieces)).toEqual(state.pieces);
        expect(fragmentToState(stateToFragment(state))).toEqual(state);
      }),
    );
  });
});
