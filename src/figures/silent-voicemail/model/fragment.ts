import { parsePairs } from '../../stage/pairs.ts';
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
 * Formats settings for a URL fragment: `block=carrier&at=56`. Defaults are omitted. Presets are written out, because their names
 * are no shorter than their settings.
 */
export function settingsToFragment(settings: Settings): string {
  return settingNames
    .filter((name) => settings[name] !== defaultSettings[name])
    .map((name) => `${name}=${settings[name]}`)
    .join('&');
}

/**
 * Parses settings from a URL fragment: `preset=blocked&at=56`. A missing or invalid value falls back to the preset, then to the
 * default; numbers are rounded to a step and clamped to their range.
 */
export function fragmentToSettings(fragment: string): Settings {
  const values = parsePairs(fragment);
  const preset = presetNames.find((name) => name === values.get('preset'));
  const base: Settings = { ...defaultSettings, ...(preset === undefined ? {} : presets[preset]) };
  return Object.fromEntries(
    settingNames.map((name) => {
      const value = values.get(name);
      return [name, (value === undefined ? undefined : parseValue(value, settingsTable[name])) ?? base[name]];
    }),
  ) as Settings;
}

/** Parses the value of a setting. Returns `undefined` if it is neither an option nor a number. */
function parseValue(text: string, setting: Setting): string | number | undefined {
  if (setting.kind === 'choice') return setting.options.find((option) => option === text);
  if (!/^-?\d{1,9}(?:\.\d{1,9})?$/.test(text)) return undefined;
  const { min, max, step } = setting;
  const steps = Math.round((Number(text) - min) / step);
  return Math.min(max, Math.max(min, min + steps * step));
}
