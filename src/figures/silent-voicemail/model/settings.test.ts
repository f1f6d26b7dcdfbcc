import { describe, expect, test } from 'vitest';
import { defaultSettings, findPreset, presetNames, presets, toggleBlock, type Settings } from './settings.ts';

const { block: open, direction } = defaultSettings;

describe('A press on a lane', () => {
  test.each<[Partial<Settings>, 'to-server' | 'to-caller', Partial<Settings>]>([
    [{ block: open }, 'to-server', { block: 'carrier', direction: 'to-server' }],
    [{ block: open }, 'to-caller', { block: 'carrier', direction: 'to-caller' }],
    [{ block: 'edge', direction: 'both' }, 'to-caller', { block: 'carrier', direction: 'to-caller' }],
    [{ block: 'carrier', direction: 'to-server' }, 'to-server', { block: open, direction }],
    [{ block: 'carrier', direction: 'to-server' }, 'to-caller', { block: 'carrier', direction: 'both' }],
    [{ block: 'carrier', direction: 'both' }, 'to-server', { block: 'carrier', direction: 'to-caller' }],
    [{ block: 'carrier', direction: 'both' }, 'to-caller', { block: 'carrier', direction: 'to-server' }],
  ])('turns %j in direction %s into %j', (before, pressed, after) => {
    expect(toggleBlock({ ...defaultSettings, ...before }, 'carrier', pressed)).toEqual({
      ...defaultSettings,
      ...after,
    });
  });
});

describe('A preset', () => {
  test.each(presetNames)('is found by its settings, at any moment: %s', (name) => {
    for (const at of [0, 56, 457])
      expect(findPreset({ ...defaultSettings, ...presets[name], at })).toBe(name);
  });

  test('is found with any direction if nothing is blocked, and only then', () => {
    expect(findPreset({ ...defaultSettings, nat: 'on', direction: 'both' })).toBe('nat');
    expect(findPreset({ ...defaultSettings, block: 'carrier', direction: 'both' })).toBeUndefined();
  });
});
