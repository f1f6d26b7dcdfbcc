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

/** A place in a translation where its source says something else than it did when the translation was made. */
export interface Revision {
  kind: RevisionKind;
  /**
   * The block of the translation that renders what the source said; of what was added, the block after which it belongs, or
   * none at the beginning. Blocks are numbered in the order of the text.
   */
  block: number | undefined;
  /** How many passages of the source were added there; one, of what was changed or removed. */
  count: number;
  /** Id under which it stands in its page, and in the page that shows both languages. */
  id: string;
  /** Anchor of the heading in the translation under which it stands; none before the first. */
  section: string | undefined;
  /** Where the source can be read at this place. */
  href: string;
}

/** What befell a passage of the source. */
export type RevisionKind = 'changed' | 'added' | 'removed';

/** How many passages of a source each kind of change befell. */
export type RevisionCounts = Readonly<Record<RevisionKind, number>>;

/** What these places count, kind by kind. */
export function countRevisions(revisions: readonly Revision[]): RevisionCounts {
  const counts = { changed: 0, added: 0, removed: 0 };
  for (const { kind, count } of revisions) counts[kind] += count;
  return counts;
}
