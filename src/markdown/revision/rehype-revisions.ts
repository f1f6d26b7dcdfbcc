import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import type { RevisionStrings } from '../../locale/index.ts';
import type { Revision } from '../../model/index.ts';
import { addNeed } from '../need.ts';
import { findChains, putBehind, putBetween } from './put-marks.ts';

/**
 * Mark the places where a text's source says something else by now: behind a passage that changed or went, and between the two
 * where one was added. The marks are no part of the text; search and feeds pass them over.
 *
 * Blocks are found by their numbers, so this comes before `rehypeBlockPaths`, which finds each where it stands at last and takes
 * its number away. It comes after raw HTML has been cleaned, which no mark of an author's own gets through.
 *
 * @example
 * <p>…</p><div class="revision revision--changed" role="note">The passage above has changed … <a href="…">Compare …</a></div>
 */
export function rehypeRevisions(options: { revisions: readonly Revision[]; words: RevisionStrings }) {
  const { revisions, words } = options;
  return (tree: Root, file: VFile): void => {
    if (revisions.length === 0) return;
    addNeed(file, 'revision');
    const chains = findChains(tree, file.data.blockKey);
    const numbers = [...chains.keys()].sort((one, other) => one - other);
    // From the end: each is put right behind its passage, and so before what belongs behind that already.
    for (const revision of revisions.toReversed()) {
      const { kind, block = -1 } = revision;
      const own = chains.get(block);
      const before = chains.get(numbers.findLast((number) => number <= block) ?? -1) ?? [tree];
      const after = chains.get(numbers.find((number) => number > block) ?? -1) ?? [tree];
      const mark = toMark(revision, words);
      // Else the passage itself gets the id, when its element is what it will be.
      if (own === undefined || kind === 'added') mark.properties.id = revision.id;
      if (own !== undefined && kind !== 'added') putBehind(own, mark);
      // Raw HTML has no element that is known. Where the next block begins it has ended.
      else putBetween(before, after, own === undefined && block !== -1 ? 'before' : 'behind', mark);
    }
  };
}

function toMark({ kind, count, href }: Revision, words: RevisionStrings): Element {
  const text = kind === 'added' ? words.added(count) : words[kind];
  const className = ['revision', `revision--${kind}`];
  const properties = { className, role: 'note', dataPagefindIgnore: '' };
  return h('div', properties, `${text} `, h('a', { href }, words.compare));
}
