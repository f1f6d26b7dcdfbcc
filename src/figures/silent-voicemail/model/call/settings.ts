import { adjustModes, logLevels } from './auto-adjust.ts';

/** Where packets of sound can be stopped: before the carrier, within it, between it and FreeSWITCH. */
export const links = ['access', 'carrier', 'edge'] as const;

export type Link = (typeof links)[number];

/** Which way they are stopped. */
export const blockedWays = ['to-server', 'to-caller', 'both'] as const;

/** What the caller sends: a voice; comfort noise only; sound of a kind that was not agreed on. */
export const soundKinds = ['voice', 'comfort-noise', 'other-payload'] as const;

/** Packets of the message in the captures: five seconds. */
export const messagePackets = 250;

/** Packets of the longest call, the one behind NAT. */
export const longestCall = 457;

/** All that a reader, or a preset, can set. Controls, directives and addresses are made from this table. */
export const settingsTable = {
  block: { kind: 'choice', options: ['none', ...links], default: 'none' },
  direction: { kind: 'choice', options: blockedWays, default: 'to-server' },
  nat: { kind: 'choice', options: ['off', 'on'], default: 'off' },
  adjust: { kind: 'choice', options: adjustModes, default: 'on' },
  sends: { kind: 'choice', options: soundKinds, default: 'voice' },
  packets: { kind: 'range', min: 0, max: messagePackets, step: 1, default: messagePackets },
  log: { kind: 'choice', options: logLevels, default: 'DEBUG' },
  /** How many packets of the call have been played; a shorter call ends before. */
  at: { kind: 'range', min: 0, max: longestCall, step: 1, default: longestCall },
} as const satisfies Record<string, Setting>;

/** One thing that can be set: one of several options, or a number of packets. */
export type Setting =
  | { kind: 'choice'; options: readonly string[]; default: string }
  | { kind: 'range'; min: number; max: number; step: number; default: number };

type ValueOf<S extends Setting> = S extends { kind: 'choice'; options: readonly (infer Option)[] }
  ? Option
  : number;

export type SettingName = keyof typeof settingsTable;

/** A call as it is set. */
export type Settings = { [Name in SettingName]: ValueOf<(typeof settingsTable)[Name]> };

/** What can be set, in the order in which it is written. */
export const settingNames = Object.keys(settingsTable) as SettingName[];

/** The settings with nothing set: the good call, played to its end. */
export const defaultSettings: Settings = Object.fromEntries(
  settingNames.map((name) => [name, settingsTable[name].default]),
) as Settings;

/** Settings by name: the calls that were captured, and one for each reason why the line may be missing. */
export const presets = {
  ok: {},
  blocked: { block: 'carrier' },
  nat: { nat: 'on' },
  'nat-few-packets': { nat: 'on', packets: 9 },
  'nat-not-adjusted': { nat: 'on', adjust: 'off' },
  'comfort-noise': { sends: 'comfort-noise' },
  'adjust-off': { adjust: 'off' },
  ice: { adjust: 'ice' },
  'adjust-always': { adjust: 'always' },
  'other-payload': { sends: 'other-payload' },
  'log-level': { log: 'INFO' },
} as const satisfies Record<string, Partial<Settings>>;

export type PresetName = keyof typeof presets;

/** Names of the presets, in the order in which they are offered. */
export const presetNames = Object.keys(presets) as PresetName[];

/** The preset that a call is of, however much of it has been played, and whichever way nothing is blocked. */
export function findPreset(settings: Settings): PresetName | undefined {
  const { at, block, direction } = settings;
  return presetNames.find((preset) => {
    const named: Settings = {
      ...defaultSettings,
      ...presets[preset],
      at,
      ...(block === 'none' && { direction }),
    };
    return settingNames.every((name) => named[name] === settings[name]);
  });
}
