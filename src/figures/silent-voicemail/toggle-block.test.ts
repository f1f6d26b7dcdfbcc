import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from './model/index.ts';
import { toggleBlock } from './toggle-block.ts';

const { block: open, direction } = defaultSettings;

describe('A lane that a reader presses', () => {
  test.each<[Partial<Settings>, 'to-server' | 'to-caller', Partial<Settings>]>([
    [{ block: open }, 'to-server', { block: 'carrier', direction: 'to-server' }],
    [{ block: open }, 'to-caller', { block: 'carrier', direction: 'to-caller' }],
    [{ block: 'edge', direction: 'both' }, 'to-caller', { block: 'carrier', direction: 'to-caller' }],
    [{ block: 'carrier', direction: 'to-server' }, 'to-server', { block: open, direction }],
    [{ block: 'carrier', direction: 'to-server' }, 'to-caller', { block: 'carrier', direction: 'both' }],
    [{ block: 'carrier', direction: 'both' }, 'to-server', { block: 'carrier', direction: 'to-caller' }],
    [{ block: 'carrier', direction: 'both' }, 'to-caller', { block: 'carrier', direction: 'to-server' }],
  ])('turns %j by %s into %j', (before, way, after) => {
    expect(toggleBlock({ ...defaultSettings, ...before }, 'carrier', way)).toEqual({
      ...defaultSettings,
      ...after,
    });
  });
});
