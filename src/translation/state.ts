import type { SyncRecord, TranslationState } from '../model/index.ts';

/** What a translation's state is worked out from: digests of blocks in the order of the texts, and the record beside it. */
export interface TranslationTexts {
  source: readonly string[];
  translation: readonly string[];
  record: SyncRecord | undefined;
}

/** The state of a translation: what of its source has changed since it was stamped. */
export function findTranslationState({ source, record }: TranslationTexts): TranslationState {
  if (record === undefined || record.segments.length === 0) return { type: 'unrecorded' };
  const known = new Set(record.segments.flatMap((segment) => segment.source));
  const changes = source.flatMap((digest, index) =>
    known.has(digest)
      ? []
      : [{ kind: 'added' as const, source: index, renders: [], after: index === 0 ? undefined : index - 1 }],
  );
  return changes.length === 0 ? { type: 'current' } : { type: 'outdated', changes };
}
