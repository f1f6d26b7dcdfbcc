import type { Alignment, Segment } from '../alignment/index.ts';
import type { Locale } from '../locale/index.ts';
import type { PublishedAnchor, SyncRecord } from '../model/index.ts';

/** Two texts as a record keeps them. */
export interface StampedTexts {
  source: { locale: Locale; blocks: readonly { digest: string }[] };
  translation: { blocks: readonly { digest: string }[] };
  /** Which of their blocks say the same. */
  alignment: Alignment;
  /** Anchors under which the translation is published. */
  anchors: readonly PublishedAnchor[];
}

/** The record of a translation that renders its source as both are now. */
export function stampTranslation({ source, translation, alignment, anchors }: StampedTexts): SyncRecord {
  const segments = inOrder(alignment.segments).map((segment) => ({
    source: digestsAt(segment.source, source.blocks),
    renders: digestsAt(segment.target, translation.blocks),
  }));
  return { version: 1, from: source.locale, segments, anchors: [...anchors] };
}

/** The record of a text written first: the anchors it is published under. */
export function stampSource(anchors: readonly PublishedAnchor[]): SyncRecord {
  return { version: 1, segments: [], anchors: [...anchors] };
}

function digestsAt(numbers: readonly number[], blocks: readonly { digest: string }[]): string[] {
  return numbers.flatMap((number) => blocks[number]?.digest ?? []);
}

/** Segments in the order of the source, so that its blocks can be told by their places; what only the translation has follows what it follows there. */
function inOrder(segments: readonly Segment[]): Segment[] {
  const ordered = segments
    .filter(({ source }) => source.length > 0)
    .sort((a, b) => (a.source[0] ?? 0) - (b.source[0] ?? 0));
  const own = segments
    .filter(({ source }) => source.length === 0)
    .sort((a, b) => (a.target[0] ?? 0) - (b.target[0] ?? 0));
  for (const segment of own) {
    const at = ordered.findIndex(({ target }) => target.includes((segment.target[0] ?? 0) - 1));
    ordered.splice(at + 1, 0, segment);
  }
  return ordered;
}
