import type { PresetName, Release, TopMode } from './model/index.ts';

/** Strings of the figure in one language. Numbers are passed as formatted text; seconds without their unit. */
export interface PsVsTopWords {
  title: string;
  /** Adds the unit to a time. */
  seconds: (seconds: string) => string;
  picture: {
    /** Text alternative, with the percentages of both tools. */
    label: (ps: string, top: string) => string;
    load: string;
  };
  /** CPU time as a dividend. */
  used: (seconds: string) => string;
  /** The divisor of each tool after a division sign: the age, or the interval and possibly the number of CPUs. */
  divisors: {
    ps: (age: string) => string;
    top: (interval: string, cpus: number | undefined) => string;
  };
  /** Sentences that describe the load of each preset. */
  loads: Readonly<Record<PresetName, (cpus: number) => string>>;
  /** Sentence with both values, if they differ. */
  differ: (age: string, values: { ps: Value; top: Value }) => string;
  /** Sentence with the value of both tools, if they agree. */
  agree: (age: string, values: { ps: Value; top: Value }) => string;
  /** Replaces the sentence above at age 0. */
  justStarted: string;
  /** Added if a cap lowers the value of `top`. */
  capped: string;
  /** Added for releases whose `ps` counts the age in whole seconds. */
  wholeSeconds: string;
  /** Added if `ps` divides by an age that is one tick too short. */
  lostTick: string;
  output: {
    /** Summary of the panel with the terminal. */
    title: string;
    /** Comments above the commands. */
    ps: string;
    /** Explains column `C`, and whether its cap applies. */
    c: (isCapped: boolean) => string;
    /** Explains a frame of `top`: its interval, the number of CPUs that make 100 % if not one, and whether a cap applies. */
    top: (seconds: string, cpus: number | undefined, isCapped: boolean) => string;
    /** Adds to the explanation that the frame is the first. */
    firstFrame: (top: string) => string;
  };
  table: { age: string; used: string; ps: string; c: string; top: (seconds: string) => string };
  controls: {
    preset: string;
    presets: Readonly<Record<PresetName, string>>;
    /** Summary of the disclosure with the settings of machine and release. */
    more: string;
    interval: string;
    mode: string;
    modes: Readonly<Record<TopMode, string>>;
    threads: string;
    cpus: string;
    release: string;
    /** Range of versions; `to` is `undefined` for the newest. */
    versions: (from: string, to: string | undefined) => string;
    /** Explains the rules of a release. */
    rules: (release: Pick<Release, 'age' | 'capsByThreads'>, pause: string) => string;
    /** Accessible name of the twelve load sliders as a group. */
    stretches: string;
    stretch: (from: string, to: string) => string;
    /** Instructions for pointers. */
    hint: string;
    /** Instructions that replace them while the chart has the keyboard focus. */
    keyHint: string;
  };
}

/** The percentage that a tool prints, and what it divides, as text. */
export interface Value {
  cpu: string;
  dividend: string;
  divisor: string;
}

/** Loads the figure’s strings in a language. Rejects if there is no file for it. */
export async function loadWords(locale: string): Promise<PsVsTopWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: PsVsTopWords };
  return loaded.default;
}
