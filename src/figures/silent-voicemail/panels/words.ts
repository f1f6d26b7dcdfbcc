import type { CaptureName, Endpoint, Evidence, Point, Settings, WavFieldKey } from '../model/index.ts';

/** What the panels under the ladder say, in one language. */
export interface PanelWords {
  log: LogWords;
  counts: CountsWords;
  wav: WavWords;
}

export interface LogWords {
  title: (level: Settings['log']) => string;
  /** Stands in the log where the line would. */
  missing: (line: string) => string;
  /** Stands behind the line, and points at it. */
  thisLine: string;
  /** What the line says when it is there. */
  found: (promised: Endpoint) => string;
  /** What a level that is not the finest keeps from the log. */
  debugHidden: string;
}

export interface CountsWords {
  title: string;
  point: string;
  sip: string;
  toServer: string;
  toCaller: string;
  points: Readonly<Record<Point, string>>;
  /** Stands behind the point, in brackets. */
  evidence: Readonly<Record<Evidence, string>>;
  /** Stands between the two points that enclose the culprit. */
  culprit: Readonly<Record<'toServer' | 'toCaller', (before: number, behind: number) => string>>;
  /** Said where no such call was captured. */
  modelOnly: string;
  /** Which files were captured where. */
  files: (files: readonly (readonly [point: Point, file: CaptureName])[]) => string;
}

/** What of a WAV file is explained: the fields of its header, and the sound behind it. */
export type WavPartKey = WavFieldKey | 'data';

export interface WavWords {
  title: (length: number) => string;
  /** What is one after another in the dump: its fields. */
  parts: string;
  /** How the length comes about, from the packets that were recorded. */
  length: (recorded: number) => string;
  /** What stands in the place of sound, in a word or two: some, or none. */
  sound: string;
  noSound: string;
  names: Readonly<Record<WavPartKey, string>>;
  meanings: Readonly<Record<WavPartKey, string>>;
  /** What it means that there is no sound. */
  noSoundMeans: string;
  /** What a part is called, and which bytes of the file it is. */
  placed: (name: string, first: number, last: number) => string;
  grows: string;
  stays: string;
  /** Opens what every field means. */
  all: string;
  save: string;
  /** How its numbers are written. */
  byteOrder: string;
  /** Whence the sound in the file is. */
  tone: string;
}
