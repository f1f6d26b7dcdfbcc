import type { Rewriting } from '../answer.ts';

/** Something that a query word, or several in a row, can stand for in the index. */
export interface Alternative {
  /** Numbers of the first of these words and of the one after the last. */
  from: number;
  to: number;
  /** Terms of the index that must stand side by side, in this order. */
  terms: readonly string[];
  /** How sure it is that this is meant, from 0 to 1. */
  quality: number;
  /** How it comes from what was typed. */
  by: 'form' | 'beginning' | Rewriting['kind'];
}

/** How sure readings of a word are, by how they come from what was typed. */
export const qualities = {
  same: 1,
  /** Another form of the word: josa, ending, plural. */
  form: 0.92,
  /** Typed with other spaces. */
  spacing: 0.9,
  /** A part of a longer word. */
  part: 0.75,
  name: 0.85,
  /** The word may not be finished. */
  beginning: 0.7,
  layout: 0.9,
  /** One slip, two slips. */
  spelling: [0.62, 0.45],
  choseong: 0.7,
} as const;
