import { describe, expect, test } from 'vitest';
import { choices, createState, drawLoad, findPreset, presetNames, ranges } from './state.ts';
import { limitLevels } from './timeline.ts';

describe('A state', () => {
  test('of a preset is within the ranges, and on the steps, of all settings', () => {
    expect(presetNames.map((name) => findPreset(createState(name)))).toEqual(presetNames);
    expect(findPreset(createState())).toBe(choices.preset.initial);
    for (const name of presetNames) {
      const state = createState(name);
      expect(limitLevels(state.pieces, state.threads, state.cpus)).toEqual(state.pieces);
      for (const key of ['moment', 'interval', 'threads', 'cpus'] as const) {
        const { min, max, step } = ranges[key];
        expect(state[key]).toBeGreaterThanOrEqual(min);
        expect(state[key]).toBeLessThanOrEqual(max);
        expect((state[key] - min) % step).toBe(0);
      }
    }
  });

  test('keeps its preset with more threads, which are idle, but not with fewer', () => {
    expect(findPreset({ ...createState('steady'), threads: 3 })).toBe('steady');
    expect(findPreset({ ...createState('four-threads'), threads: 3 })).toBeUndefined();
  });

  test('has no preset after a load is drawn', () => {
    expect(findPreset(drawLoad(createState('steady'), 100, 200, 100))).toBeUndefined();
  });
});
