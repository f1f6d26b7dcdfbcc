import type { CaptureWords } from './own-capture/words.ts';
import type {
  CaptureName,
  Evidence,
  Link,
  Point,
  PresetName,
  Reason,
  SettingName,
  Settings,
  settingsTable,
  WavFieldKey,
} from './model/index.ts';

/** The figure's interface strings in one language. */
export interface VoicemailWords {
  title: string;
  ladder: LadderWords;
  result: ResultWords;
  listen: ListenWords;
  /** Explains how to read the ladder, and how the call behind NAT differs. */
  note: (nat: Settings['nat']) => string;
  description: DescriptionWords;
  table: TableWords;
  panels: { log: LogWords; counts: CountsWords; wav: WavWords };
  controls: ControlWords;
  ownCapture: OwnCaptureWords;
}

/** Strings of the ladder diagram. */
export interface LadderWords {
  /** Accessible name of the picture. */
  label: string;
  participants: Record<'caller' | 'carrier' | 'server' | 'recorder', string>;
  /** The first label of the time axis, with its unit. */
  seconds: (value: string) => string;
  /** Label of the mark at a log line. */
  logLine: string;
}

/** Strings of the results below the ladder. */
export interface ResultWords {
  log: string;
  /** Shown in place of a log line. */
  noLine: string;
  file: string;
  /** Formats a number with thousands separators. */
  number: (value: number) => string;
  /** The unit after the length of the file. */
  bytes: string;
}

/** Strings of the button that plays the recording. */
export interface ListenWords {
  play: string;
  stop: string;
  /** Length of the recording, with one decimal. */
  seconds: (seconds: string) => string;
  /** Announced if nothing was recorded. */
  silence: string;
  failed: string;
}

/** Sentences that describe the state of a call. */
export interface DescriptionWords {
  notBegun: string;
  /** Whether the caller's packets arrived; `place` is where they were lost. */
  toServer: (sent: number, place: LossPlace | undefined) => string;
  /** Packets to the caller that were lost. Behind NAT, that can happen in two places, one after the other. */
  toCaller: (sent: number, first: Losses, other: Losses | undefined) => string;
  confirmed: string;
  notConfirmed: (reason: Reason) => string;
  recorded: (packets: number, bytes: number) => string;
}

/** Number of packets lost in one place. */
export interface Losses {
  place: LossPlace;
  count: number;
}

/** The place where packets are lost: on a blocked link, or on the way to a private address. */
export type LossPlace = Link | 'private-address';

/** Strings of the data table. */
interface TableWords {
  headers: readonly [time: string, direction: string, packet: string, outcome: string];
  direction: (from: string, to: string) => string;
  packets: (count: number) => string;
  arrived: string;
  lost: (place: LossPlace) => string;
  /** Outcomes of RTP that arrived but was not recorded. */
  ignored: Record<'comfort-noise' | 'other-source' | 'other-payload', string>;
}

/** Strings of the controls. */
export interface ControlWords {
  preset: string;
  presets: Record<PresetName, string>;
  /** Label of the disclosure with the rarely needed settings. */
  more: string;
  labels: Record<Exclude<SettingName, 'at'>, string>;
  options: { [Name in Exclude<SettingName, 'at' | 'packets' | 'nat'>]: OptionsOf<Name> };
  packets: (count: number) => string;
  /** Number of packets played so far. */
  progress: (at: number, all: number) => string;
  /** Says that a press on the picture blocks a link, too. */
  blockHint: string;
}

type OptionsOf<Name extends Exclude<SettingName, 'at' | 'packets' | 'nat'>> = Record<
  (typeof settingsTable)[Name]['options'][number],
  string
>;

/** Strings of the server log. */
export interface LogWords {
  title: (level: Settings['log']) => string;
  /** Placeholder for the missing line. */
  missing: (line: string) => string;
  /** Shown after the line, with an arrow that points at it. */
  thisLine: string;
  /** Explains the line; `promised` is the endpoint in the caller's SDP. */
  found: (promised: string) => string;
  /** Says that level INFO hides DEBUG messages. */
  debugHidden: string;
}

/** Strings of the packet counts. */
export interface CountsWords {
  title: string;
  point: string;
  sip: string;
  toServer: string;
  toCaller: string;
  points: Readonly<Record<Point, string>>;
  /** Source of the counts at a point, in parentheses. */
  evidence: Readonly<Record<Evidence, string>>;
  /** The row between two points, if packets are lost there. */
  loss: Readonly<Record<'toServer' | 'toCaller', (before: number, after: number) => string>>;
  /** Shown if there is no capture of the call. */
  modelOnly: string;
  /** Names the captures of the call. */
  files: (files: readonly (readonly [point: Point, file: CaptureName])[]) => string;
}

/** The parts of a WAV file that are explained: the header fields, and the audio. */
export type WavPartKey = WavFieldKey | 'data';

/** Strings of the WAV file. */
export interface WavWords {
  title: (length: number) => string;
  /** Calculates the length of the file from the number of packets. */
  length: (recorded: number) => string;
  save: string;
  byteOrder: string;
  /** Source of the audio in the file. */
  tone: string;
  /** Loads the strings that explain the file, once readers unfold it. */
  loadFields: () => Promise<{ default: FieldWords }>;
}

/** Strings that explain each part of the WAV file. */
export interface FieldWords {
  /** Accessible name of the list of fields. */
  parts: string;
  /** The value of the audio part if it has any audio. */
  sound: string;
  /** The value of the audio part if it is empty. */
  noSound: string;
  names: Readonly<Record<WavPartKey, string>>;
  meanings: Readonly<Record<WavPartKey, string>>;
  /** Explains the audio part if it is empty. */
  noSoundMeans: string;
  /** Name of a part with its byte range. */
  placed: (name: string, first: number, last: number) => string;
  grows: string;
  stays: string;
}

/** Strings of the panel for a reader's own capture, until it is unfolded. */
export interface OwnCaptureWords {
  title: string;
  /** Shown if its code can't be loaded. */
  failed: string;
  /** Loads its other strings. */
  load: () => Promise<CaptureWords>;
}

/** Loads the figure’s strings in a language. Rejects if there is no file for it. */
export async function loadWords(locale: string): Promise<VoicemailWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: VoicemailWords };
  return loaded.default;
}
