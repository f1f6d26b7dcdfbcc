import type { Root } from 'mdast';
import { placesIn, type Place } from '../../diagnostics/index.ts';
import { findLinesBeyond } from '../code/lines-beyond.ts';
import { findConflictMarkers } from './conflict-markers.ts';
import { findEmpty } from './empty.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';
import { findOtherSyntax } from './other-syntax.ts';
import { findProse } from './prose.ts';
import { findUnclosedBlocks } from './unclosed-blocks.ts';
import { findUnreadCode } from './unread-code.ts';
import { findUnreadEmphasis } from './unread-emphasis.ts';
import { findUnreadLinks } from './unread-links.ts';

const finders: readonly ((context: LeftoverContext) => Leftover[])[] = [
  findConflictMarkers,
  findUnclosedBlocks,
  findUnreadLinks,
  findUnreadEmphasis,
  findUnreadCode,
  findOtherSyntax,
  findEmpty,
  findLinesBeyond,
];

/** A leftover as a survey keeps it. */
export type FoundLeftover = Omit<Leftover, 'offset'> & Place;

/**
 * Finds syntax that is not closed, not complete or of another program: the page shows it as typed, or it changes what follows.
 * Expects the tree as parsed: rendering changes it.
 */
export function findLeftovers(tree: Root): FoundLeftover[] {
  const markdown = tree.data?.source ?? '';
  const context = { tree, markdown, prose: findProse(tree, markdown) };
  const { toPlace } = placesIn(markdown);
  return finders
    .flatMap((find) => find(context))
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, ...finding }) => ({ ...finding, ...toPlace(offset) }));
}
