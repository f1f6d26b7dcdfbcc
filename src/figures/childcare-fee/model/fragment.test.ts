import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyState } from '../fixtures/arbitraries.ts';
import { fragmentToState, stateToFragment } from './fragment.ts';
import { choices, presetNames, presets, ranges, type RangeName, type State } from './state.ts';

const base = presets['half-million'];

describe('A serialized state', () => {
  test.each<[State, string]>([
    [base, 'preset=half-million'],
    [presets.free, 'preset=free'],
    [{ ...base, income: 208_101 }, 'preset=first-fee'],
    [{ ...base, children: 2, nursery: 2 }, 'children=2&nursery=2'],
    [{ ...presets.skive, year: 2026 }, 'municipality=skive&year=2026'],
  ])('%# is short and readable', (state, fragment) => {
    expect(stateToFragment(state)).toBe(fragment);
  });

  test('parses to the same state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(fragmentToState(stateToFragment(state))).toEqual(state);
      }),
    );
  });

  test.each(presetNames)('of preset %s is its name', (name) => {
    expect(stateToFragment(presets[name])).toBe(`preset=${name}`);
    expect(fragmentToState(`preset=${name}`)).toEqual(presets[name]);
  });
});

describe('Parsing pairs', () => {
  test.each<[string, string, Partial<State>]>([
    ['returns the default for no pairs', '', {}],
    ['adds settings to those of a preset', 'year=2026&preset=single', { ...presets.single, year: 2026 }],
    ['clamps numbers out of range', 'income=1&children=9', { income: 150_000, children: 4 }],
    ['has as many children at home as in nursery at least', 'nursery=2', { children: 2, nursery: 2 }],
    ['uses the last of two equal keys', 'income=300000&income=400000', { income: 400_000 }],
    [
      'ignores unknown keys and invalid values',
      'income=5e5&children=&nursery=two&parents=three&municipality=oslo&year=2024&preset=rich&at=3&=&&year',
      {},
    ],
  ])('%s', (_, fragment, expected) => {
    expect(fragmentToState(fragment)).toEqual({ ...base, ...expected });
  });

  test('returns a possible state for any text', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('income', 'children', 'nursery', 'parents', 'municipality', 'year', 'preset', '=', '&'),
      fc.double().map(String),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const state = fragmentToState(parts.join(''));
        for (const name of Object.keys(ranges) as RangeName[]) {
          expect(state[name]).toBeGreaterThanOrEqual(ranges[name].min);
          expect(state[name]).toBeLessThanOrEqual(ranges[name].max);
        }
        expect(state.nursery).toBeLessThanOrEqual(state.children);
        expect(choices.municipality).toContain(state.municipality);
        expect(choices.year).toContain(state.year);
      }),
    );
  });
});
