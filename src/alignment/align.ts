import type { AlignableText, RecordedPair } from './alignable.ts';
import type { Alignment, Segment } from './alignment.ts';

/**
 * Align two texts block by block.
 *
 * @param recorded pairs known from when the one was translated, which hold where all their blocks still stand
 */
export function alignTexts(
  source: AlignableText,
  target: AlignableText,
  recorded: readonly RecordedPair[] = [],
): Alignment {
  if (recorded.length > 0) return alignTexts(source, target);
  const length = Math.max(source.blocks.length, target.blocks.length);
  const segments = Array.from({ length }, (_, index): Segment => {
    return {
      source: index < source.blocks.length ? [index] : [],
      target: index < target.blocks.length ? [index] : [],
      isMoved: false,
    };
  });
  return { segments };
}
