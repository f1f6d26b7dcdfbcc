import type { Rewriting } from '../answer.ts';

/** A reading of a query word, or of several adjacent ones, as indexed terms. */
export interface Alternative {
  /** Range of query words: `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
  /** Terms that must occur side by side, in this order. */
  terms: readonly string[];
  /** Confidence that this reading is meant, from 0 to 1. */
  quality: number;
  /** Kind of difference from the typed word. */
  by: 'form' | 'beginning' | Rewriting['kind'];
}

/** Confidence in readings, by how they differ from the typed word. */
export const qualities = {
  same: 1,
  /** Another form of the word: josa, ending, plural. */
  form: 0.92,
  /** Words joined or split at other places than in the query. */
  spacing: 0.9,
  /** Part of a longer word. */
  part: 0.75,
  name: 0.85,
  /** Prefix of a word that is still being typed. */
  beginning: 0.7,
  layout: 0.9,
  /** The same sound in the other script, less for each difference. */
  sound: 0.75,
  /** A word of another language, less for a weaker association. */
  meaning: 0.82,
  /** The whole query without words that only ask. */
  named: 0.97,
  /** Edit distance 1 and 2. */
  spelling: [0.62, 0.45],
} as const;
