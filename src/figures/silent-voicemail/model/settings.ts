import { adjustModes, logLevels } from './auto-adjust.ts';

/** The links on which RTP can be blocked: between caller and carrier, within the carrier, between carrier and FreeSWITCH. */
export const links = ['access', 'carrier', 'edge'] as const;

export type Link = (typeof links)[number];

const blockDirections = ['to-server', 'to-caller', 'both'] as const;

/** Kinds of audio that the caller sends; the last is of a payload type that wasn't negotiated. */
const audioKinds = ['voice', 'comfort-noise', 'other-payload'] as const;

/** RTP packets of the voicemail in the captures: five seconds. */
export const voicemailPackets = 250;

/** Packets of the longest call, the one behind NAT. */
const longestCall = 457;

/** All settings of a call. Controls, directives and URL fragments are made from this table. */
export const settingsTable = {
  block: { kind: 'choice', options: ['none', ...links], default: 'none' },
  direction: { kind: 'choice', options: blockDirections, default: 'to-server' },
  nat: { kind: 'choice', options: ['off', 'on'], default: 'off' },
  adjust: { kind: 'choice', options: adjustModes, default: 'on' },
  sends: { kind: 'choice', options: audioKinds, default: 'voice' },
  packets: { kind: 'range', min: 0, max: voicemailPackets, step: 1, default: voicemailPackets },
  log: { kind: 'choice', options: logLevels, default: 'DEBUG' },
  /** Number of packets of the call that have been played. A shorter call ends earlier. */
  at: { kind: 'range', min: 0, max: longestCall, step: 1, default: longestCall },
} as const satisfies Record<string, Setting>;

/** A setting: a choice of options, or a number of packets. */
export type Setting =
  | { kind: 'choice'; options: readonly string[]; default: string }
  | { kind: 'range'; min: number; max: number; step: number; default: number };

type ValueOf<S extends Setting> = S extends { kind: 'choice'; options: readonly (infer Option)[] }
  ? Option
  : number;

export type SettingName = keyof typeof settingsTable;

/** The settings of a call. */
export type Settings = { [Name in SettingName]: ValueOf<(typeof settingsTable)[Name]> };

/** Names of the settings, in the order in which a fragment lists them. */
export const settingNames = Object.keys(settingsTable) as SettingName[];

/** The default settings: the good call, played to its end. */
export const defaultSettings: Settings = Object.fromEntries(
  settingNames.map((name) => [name, settingsTable[name].default]),
) as Settings;

/** Named settings: the captured calls, and one call for each reason why the log may lack the line. */
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

/** Names of the presets, in the order of the menu. */
export const presetNames = Object.keys(presets) as PresetName[];

/** Finds the preset with these settings. Ignores how much of the call has been played, and the direction if nothing is blocked. */
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

/** Blocks RTP on a link in one more direction, or unblocks that direction if it was blocked. */
export function toggleBlock(settings: Settings, link: Link, pressed: 'to-server' | 'to-caller'): Settings {
  const { block, direction } = settings;
  if (block !== link) return { ...settings, block: link, direction: pressed };
  if (direction === pressed) return { ...settings, block: 'none', direction: 'to-server' };
  return { ...settings, direction: direction === 'both' ? opposite[pressed] : 'both' };
}

const opposite = { 'to-server': 'to-caller', 'to-caller': 'to-server' } as const;
