import type { PresetName, Release, TopMode } from './model/index.ts';

/** What the figure says, in one language. Numbers come as they are to be shown, seconds without their unit. */
export interface PsVsTopWords {
  title: string;
  /** A time, with its unit. */
  seconds: (seconds: string) => string;
  chart: {
    label: string;
    load: string;
    mean: string;
    /** What `top` looks back on, and by how many CPUs it divides, if by several. */
    latest: (seconds: string, cpus: number | undefined) => string;
  };
  /** The life that is shown: of a preset, or one that a reader has drawn. */
  lives: Readonly<Record<PresetName, (cpus: number) => string>> & { drawn: string };
  /** Both tools at a moment; and in one where both print the same. */
  differ: (age: string, ps: string, top: string) => string;
  agree: (age: string, both: string) => string;
  /** What each has divided by what. */
  divided: (counted: Counted) => string;
  /** In place of both where there is no age yet. */
  newborn: string;
  /** Added where less is printed of `top` than that. */
  capped: string;
  /** Added for releases whose `ps` counts the age in whole seconds. */
  inSeconds: string;
  /** Added where `ps` divides by an age a tick short of that. */
  lostTick: string;
  /** What a figure of a tool is, as a remark above the command. */
  output: {
    ps: string;
    /** Column `C`, and whether there is more than it can show. */
    c: (isCapped: boolean) => string;
    /** What it covers, for how many CPUs 100 stands if not for one, and whether there is more than it can show. */
    top: (seconds: string, cpus: number | undefined, isCapped: boolean) => string;
    /** The same of a first frame. */
    firstFrame: (top: string) => string;
  };
  table: { age: string; used: string; ps: string; c: string; top: (seconds: string) => string };
  controls: {
    preset: string;
    presets: Readonly<Record<PresetName, string>>;
    /** Opens the settings of the machine and its tools. */
    more: string;
    interval: string;
    mode: string;
    modes: Readonly<Record<TopMode, string>>;
    threads: string;
    cpus: string;
    release: string;
    /** The versions from one to another, or to those that are still to come. */
    versions: (from: string, to: string | undefined) => string;
    /** What differs in a release. */
    rules: (release: Pick<Release, 'age' | 'capsByThreads'>, pause: string) => string;
    /** The stretches of the load, as a group. */
    stretches: string;
    stretch: (from: string, to: string) => string;
    /** What a mouse does on the chart, and what keys do. */
    hint: string;
    /** What a finger does there. */
    touchHint: string;
    /** The switch by which a finger draws instead of moving the moment. */
    draw: string;
  };
}

/** What both tools have counted at a moment; times in seconds. */
export interface Counted {
  used: string;
  /** As `ps` counts it. */
  age: string;
  usedLately: string;
  interval: string;
  /** By how many CPUs `top` divides, too, where there are several. */
  cpus: number | undefined;
}

/** The figure’s words in a language. Throws where there are none of that name. */
export async function loadWords(locale: string): Promise<PsVsTopWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: PsVsTopWords };
  return loaded.default;
}
