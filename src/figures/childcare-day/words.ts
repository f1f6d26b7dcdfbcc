import type { DanishCare, Day, KoreanCare } from './model/index.ts';

/** The situation at the time of the pick-up: in two or three words, and in a line below them. */
export interface Readout {
  value: string;
  detail: string;
  /** Whether the pick-up is after closing time. */
  isLate?: boolean;
}

/** Strings of the figure in one language. Times are passed as text: `16:30`. */
export interface ChildcareDayWords {
  title: string;
  /** Accessible name of the picture, with the readouts of both countries. */
  label: (time: string, denmark: string, korea: string) => string;
  denmark: string;
  korea: string;
  /** Formats a length of time. */
  duration: (minutes: number) => string;
  /** Readouts above the Danish column before closing time. */
  danish: Readonly<Record<Exclude<DanishCare, 'closing' | 'closed'>, Readout>>;
  /** Readout at closing time, which is one of two on Fridays. */
  closing: (earliest: string, latest: string) => Readout;
  /** Readout after closing time: by how long a parent is late; `most` differs on Fridays. */
  late: (least: string, most: string) => Readout;
  korean: Readonly<Record<KoreanCare, Readout>>;
  /** Labels in the columns. */
  column: {
    /** Usual opening hours in Denmark. */
    open: (from: string, to: string) => string;
    /** Hours of a kind of care in Korea. */
    hours: (from: string, to: string) => string;
    /** Below the marks for the staff of one group. */
    groups: string;
    activities: string;
    /** Hours of the activities, whose end is vague. */
    activityHours: (from: number, to: number, latest: number) => string;
    /** After the marks for one or two teachers. */
    few: string;
    finish: string;
    /** Care beyond the usual hours, elsewhere in Denmark: one text per line. */
    later: readonly string[];
    /** The legal numbers of children per adult at the ages 0, 1 and 2: one text per line. */
    ratios: (ratios: readonly number[]) => readonly string[];
  };
  legend: { told: string; known: string; weak: string };
  /** Children per adult in Denmark. */
  strip: { title: string; law: string; floor: (hours: string) => string };
  /** Sentences of the description. */
  describe: {
    pickup: Readonly<Record<Day, (time: string) => string>>;
    danish: Readonly<Record<Exclude<DanishCare, 'closing' | 'closed'>, string>>;
    closing: (earliest: string, latest: string) => string;
    late: (least: string, most: string) => string;
    korean: Readonly<Record<KoreanCare, string>>;
    ratio: (hours: string, children: string) => string;
  };
  table: {
    time: string;
    denmark: string;
    korea: string;
    /** Between the two usual closing times. */
    closing: string;
    closed: string;
  };
  /** Panel that explains the marks and names the sources. */
  notes: { title: string; paragraphs: readonly string[] };
  controls: {
    day: string;
    days: Readonly<Record<Day, string>>;
    pickup: string;
    open: string;
    hours: (hours: string) => string;
  };
}

/** Loads the figure’s strings in a language. Rejects if there is no file for it. */
export async function loadWords(locale: string): Promise<ChildcareDayWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: ChildcareDayWords };
  return loaded.default;
}
