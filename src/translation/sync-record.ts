import type { Alignment, Segment } from '../alignment/index.ts';
import type { Locale } from '../locale/index.ts';
import type { PublishedAnchor, SyncRecord } from '../model/index.ts';

/** A source and its translation, aligned. */
interface AlignedTexts {
  source: { locale: Locale; blocks: readonly { digest: string }[] };
  translation: { blocks: readonly { digest: string }[] };
  alignment: Alignment;
  /** The published anchors of the translation. */
  anchors: readonly PublishedAnchor[];
}

/** Returns the sync record that marks a translation as up to date with its source: the digests of aligned blocks. */
export function createTranslationRecord({
  source,
  translation,
  alignment,
  anchors,
}: AlignedTexts): SyncRecord {
  const segments = sortBySource(alignment.segments).map((segment) => ({
    source: digestsAt(segment.source, source.blocks),
    renders: digestsAt(segment.target, translation.blocks),
  }));
  return { version: 1, from: source.locale, segments, anchors: [...anchors] };
}

/** Returns the sync record of a source, which consists of its published anchors. */
export function createSourceRecord(anchors: readonly PublishedAnchor[]): SyncRecord {
  return { version: 1, segments: [], anchors: [...anchors] };
}

function digestsAt(numbers: readonly number[], blocks: readonly { digest: string }[]): string[] {
  return numbers.flatMap((number) => blocks[number]?.digest ?? []);
}

/** Sorts segments by the source. A segment without source blocks comes after the segment it follows in the translation. */
function sortBySource(segments: readonly Segment[]): Segment[] {
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
