import type { Locale } from '../locale/index.ts';

/** What alignment needs to know of a block. */
export interface AlignableBlock {
  type: string;
  /** Digest of all that it says and how: two blocks with one digest read the same. */
  digest: string;
  /** The kinds of what it stands in, outermost first. */
  around: string;
  /** Level of a heading. */
  depth: number | undefined;
  text: string;
  /** What stands in it the same in every language, in its order: code, numbers, addresses. */
  facts: readonly string[];
  /** Label of the footnote it stands in. */
  footnote: string | undefined;
  /** The language for which alone it is meant. */
  only: Locale | undefined;
  /** The name by which its author has pinned it to its counterpart. */
  pair: string | undefined;
}

/** A text to align. */
export interface AlignableText {
  locale: Locale;
  blocks: readonly AlignableBlock[];
}

/** Pairs recorded when a translation was made, by digest: either side may be empty, not both. */
export interface RecordedPair {
  source: readonly string[];
  renders: readonly string[];
}

/** What a translation keeps of a block: its type, its level, what it stands in. */
export function kindOf({ type, around, depth = 0 }: AlignableBlock): string {
  return `${type} ${depth} ${around}`;
}
