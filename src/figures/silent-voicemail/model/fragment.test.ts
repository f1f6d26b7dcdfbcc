import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragmentToSettings, settingsToFragment } from './fragment.ts';
import {
  defaultSettings,
  presetNames,
  presets,
  settingNames,
  settingsTable,
  type Settings,
} from './settings.ts';

const anySettings = fc
  .tuple(
    ...settingNames.map((name): fc.Arbitrary<string | number> => {
      const setting = settingsTable[name];
      return setting.kind === 'choice'
        ? fc.constantFrom(...setting.options)
        : fc.integer({ min: setting.min, max: setting.max });
    }),
  )
  .map((values) => Object.fromEntries(settingNames.map((name, index) => [name, values[index]])) as Settings);

describe('Settings in a URL fragment', () => {
  test('round-trip', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const fragment = settingsToFragment(settings);
        expect(fragment).toMatch(/^(?:[a-z]+=[A-Za-z\d-]+(?:&|$))*$/);
        expect(fragmentToSettings(fragment)).toEqual(settings);
      }),
    );
  });

  test('are omitted if they are defaults', () => {
    expect(settingsToFragment(defaultSettings)).toBe('');
    expect(settingsToFragment({ ...defaultSettings, ...presets.blocked, at: 56 })).toBe(
      'block=carrier&at=56',
    );
  });

  test.each<[string, Partial<Settings>]>([
    ['', {}],
    ['&&=&block&=carrier', {}],
    ['block=moon&nat=yes&adjust=', {}],
    ['nat=on&unknown=1&constructor=2&__proto__=3', { nat: 'on' }],
    ['nat=on&nat=off', {}],
    ['at=56&block=edge', { block: 'edge', at: 56 }],
    [' at = 56 ', { at: 56 }],
    ['at=-3&packets=9999', { at: 0 }],
    ['at=55.6', { at: 56 }],
    ['at=1e3&packets=0x10', {}],
    ['at=NaN&packets=Infinity', {}],
    ['block=%63arrier&nat=%zz', {}],
    ['preset=blocked', { block: 'carrier' }],
    ['preset=blocked&at=56', { block: 'carrier', at: 56 }],
    ['packets=3&preset=nat-few-packets', { nat: 'on', packets: 3 }],
    ['preset=blocked&block=none', {}],
    ['preset=blocked&block=moon', { block: 'carrier' }],
    ['preset=moon&nat=on', { nat: 'on' }],
    ['preset=constructor', {}],
  ])('are parsed leniently: “%s”', (fragment, settings) => {
    expect(fragmentToSettings(fragment)).toEqual({ ...defaultSettings, ...settings });
  });

  test('are always valid, whatever the fragment is', () => {
    const pair = fc
      .tuple(fc.oneof(fc.constantFrom('preset', ...settingNames), fc.string()), fc.string())
      .map((both) => both.join('='));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const settings = fragmentToSettings(pairs.join('&'));
        expect(fragmentToSettings(settingsToFragment(settings))).toEqual(settings);
      }),
    );
  });

  test.each(presetNames)('can be given by the preset %s', (name) => {
    const settings = { ...defaultSettings, ...presets[name] };
    expect(fragmentToSettings(settingsToFragment(settings))).toEqual(settings);
    expect(fragmentToSettings(`preset=${name}`)).toEqual(settings);
    expect(settingsToFragment(settings).length).toBeLessThanOrEqual(`preset=${name}`.length);
  });
});
