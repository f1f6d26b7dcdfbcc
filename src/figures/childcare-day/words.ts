import type { DanishCare, Day, KoreanCare } from './model/index.ts';

/** What happens at the time of the pick-up: in two or three words, and in a line below them. */
export interface Readout {
  value: string;
  detail: string;
}

/** Strings of the figure in one language. Times are passed as text: `16:30`. */
export interface ChildcareDayWords {
  title: string;
  /** Accessible name of the picture. */
  label: string;
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
    /** Below the marks for the staff of one group. */
    groups: string;
    notAtOnce: string;
    activities: string;
    few: string;
    finish: string;
    /** Care outside the usual hours, elsewhere in Denmark. */
    early: string;
    later: readonly [string, string];
    /** Above the legal numbers of children per adult. */
    ratio: string;
    ages: (ratios: readonly number[]) => string;
  };
  legend: { told: string; known: string; weak: string };
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
    closed: string;
  };
  /** Explains the marks, and names the sources. */
  notes: readonly string[];
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
