/** Status of a translation compared with its source. Only content counts: no dates, no version control. */
export type TranslationState =
  | { type: 'current' }
  /** There is no record of the translated version of the source. */
  | { type: 'unrecorded' }
  | { type: 'outdated'; changes: readonly SourceChange[] };

/** A change of the source that the translation does not have yet. Block indices count from 0 in their own text. */
export interface SourceChange {
  kind: RevisionKind;
  /** Block of the source; `undefined` if it was removed. */
  source: number | undefined;
  /** Digest of the block when the translation was recorded; `undefined` if it was added. */
  was?: string | undefined;
  /** Blocks of the translation that render the earlier version; empty for an added block. */
  renders: readonly number[];
  /** For an added block, the block of the translation after which it belongs; `undefined` at the beginning. */
  after: number | undefined;
}

/** Kind of change of a passage in the source. */
export type RevisionKind = 'changed' | 'added' | 'removed';

/** A notice in a translation that a passage of its source has changed. */
export interface Revision {
  kind: RevisionKind;
  /**
   * Index of the block of the translation that renders the earlier version; for added passages, the block after which they
   * belong, or `undefined` at the beginning.
   */
  block: number | undefined;
  /** Number of passages added here; 1 for a change or removal. */
  count: number;
  /** Id of the notice, on the page of the translation and on the side-by-side page. */
  id: string;
  /** Anchor of the heading above it in the translation; `undefined` before the first heading. */
  section: string | undefined;
  /** Address of this place in the source. */
  href: string;
}

/** Number of passages per kind of change. */
type RevisionCounts = Readonly<Record<RevisionKind, number>>;

/** Counts the passages of revisions by kind. */
export function countRevisions(revisions: readonly Revision[]): RevisionCounts {
  const counts = { changed: 0, added: 0, removed: 0 };
  for (const { kind, count } of revisions) counts[kind] += count;
  return counts;
}
