import {
  defaultSettings,
  presetNames,
  presets,
  settingNames,
  settingsTable,
  type Setting,
  type Settings,
} from './settings.ts';

/**
 * Settings as the part of an address behind a figure's name: `block=carrier&at=56`; what is as by default is left out. No
 * preset is written: its name is no shorter than what it sets.
 */
export function settingsToFragment(settings: Settings): string {
  return settingNames
    .filter((name) => settings[name] !== defaultSettings[name])
    .map((name) => `${name}=${settings[name]}`)
    .join('&');
}

/**
 * The settings that such a part gives; what it does not say, or says wrongly, is as its preset has it (`preset=blocked&at=56`),
 * or as by default, and numbers are fitted to their range.
 */
export function fragmentToSettings(fragment: string): Settings {
  const said = new Map<string, string>();
  for (const pair of fragment.split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0) said.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
  }
  const preset = presetNames.find((name) => name === said.get('preset'));
  const base: Settings = { ...defaultSettings, ...(preset === undefined ? {} : presets[preset]) };
  return Object.fromEntries(
    settingNames.map((name) => {
      const value = said.get(name);
      return [name, (value === undefined ? undefined : fit(value, settingsTable[name])) ?? base[name]];
    }),
  ) as Settings;
}

/** What a word says of a setting: one of its options, or the nearest number that it can have. */
function fit(word: string, setting: Setting): string | number | undefined {
  if (setting.kind === 'choice') return setting.options.find((option) => option === word);
  if (!/^-?\d{1,9}(?:\.\d{1,9})?$/.test(word)) return undefined;
  const { min, max, step } = setting;
  const steps = Math.round((Number(word) - min) / step);
  return Math.min(max, Math.max(min, min + steps * step));
}
