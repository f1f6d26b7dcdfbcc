/** What has become of a translation since it was made, by content alone. */
export type TranslationState =
  | { type: 'current' }
  /** Nothing says which text of the source it renders. */
  | { type: 'unrecorded' }
  | { type: 'outdated'; changes: readonly SourceChange[] };

/** A change of the source that a translation does not render yet. Blocks are numbered in the order of their texts. */
export interface SourceChange {
  kind: 'changed' | 'added' | 'removed';
  /** The block of the source; absent where it was removed. */
  source: number | undefined;
  /** Blocks of the translation that render what it was before; none of what was added. */
  renders: readonly number[];
  /** The block of the translation after which it belongs, where nothing renders it: absent at the beginning. */
  after: number | undefined;
}
