import type { Locale } from '../locale/index.ts';

/** A block to align. */
export interface AlignableBlock {
  type: string;
  /** Hash of the content and its markup: blocks with equal digests are identical. */
  digest: string;
  /** Types of the containers around the block, outermost first: `list/note/`. */
  containers: string;
  /** Level of a heading. */
  depth: number | undefined;
  text: string;
  /** Language-independent content in order: code, formulas, numbers and URLs. */
  facts: readonly string[];
  /** Label of the footnote that contains the block. */
  footnote: string | undefined;
  /** The only language that the block is meant for, from an `only` comment. */
  only: Locale | undefined;
  /** Name that pins the block to its counterpart, from a `pair` comment. */
  pair: string | undefined;
}

/** A text to align. */
export interface AlignableText {
  locale: Locale;
  blocks: readonly AlignableBlock[];
}

/** A pair recorded when a translation was made, as digests. One side may be empty, not both. */
export interface RecordedPair {
  source: readonly string[];
  renders: readonly string[];
}

/** Returns whether a block is code or a formula, which is the same in every language. */
export function isVerbatim({ type }: AlignableBlock): boolean {
  return type === 'code' || type === 'math';
}

/** Returns the properties of a block that translations preserve: its type, level and containers. */
export function kindOf({ type, containers, depth = 0 }: AlignableBlock): string {
  return `${type} ${depth} ${containers}`;
}
