import type { Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { findMergeConflicts, placesIn } from '../../diagnostics/index.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';

/** Reports merge conflicts, except in code blocks, where a text about Git may show them. */
export function findConflictMarkers({ tree, markdown }: LeftoverContext): Leftover[] {
  if (findMergeConflicts(markdown).length === 0) return [];
  const { toOffset } = placesIn(markdown);
  return findMergeConflicts(withoutCode(tree, markdown)).map(({ line, column, ...message }) => ({
    ...message,
    offset: toOffset({ line, column }),
  }));
}

/** Blanks the code blocks of a text, keeping its offsets and line endings. */
function withoutCode(tree: Root, markdown: string): string {
  const pieces: string[] = [];
  let done = 0;
  visit(tree, 'code', ({ position }) => {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
    pieces.push(markdown.slice(done, start), markdown.slice(start, end).replace(/[^\n]/g, ' '));
    done = end;
  });
  return pieces.join('') + markdown.slice(done);
}
