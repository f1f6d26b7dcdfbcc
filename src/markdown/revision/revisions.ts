import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import type { RevisionStrings } from '../../locale/index.ts';
import type { Revision } from '../../model/index.ts';
import { elementsIn, type BlockPath } from '../block/block-paths.ts';
import { addNeed } from '../need.ts';
import { findChains, insertAfter, insertBetween } from './insert-marks.ts';

/**
 * Inserts marks into a translation where its source has changed: after a passage that was changed or removed, and between two
 * passages where one was added. Search and feeds exclude the marks.
 *
 * Must run before `rehypeBlockPaths`, which removes the block numbers, and after raw HTML is sanitized, so that raw HTML
 * cannot contain marks.
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
    // Backwards, because a mark is inserted directly after its passage and so before the marks inserted there earlier.
    for (const revision of revisions.toReversed()) {
      const { kind, block = -1 } = revision;
      const own = chains.get(block);
      const before = chains.get(numbers.findLast((number) => number <= block) ?? -1) ?? [tree];
      const after = chains.get(numbers.find((number) => number > block) ?? -1) ?? [tree];
      const mark = toMark(revision, words);
      // Otherwise `rehypeRevisionIds` sets the id on the passage itself.
      if (own === undefined || kind === 'added') mark.properties.id = revision.id;
      if (own !== undefined && kind !== 'added') insertAfter(own, mark);
      // A block of raw HTML has no known element, but it ends where the next block begins.
      else insertBetween(before, after, own === undefined && block !== -1 ? 'before' : 'after', mark);
    }
  };
}

function toMark({ kind, count, href }: Revision, words: RevisionStrings): Element {
  const text = kind === 'added' ? words.added(count) : words[kind];
  const className = ['revision', `revision--${kind}`];
  const properties = { className, role: 'note', dataPagefindIgnore: '' };
  return h('div', properties, `${text} `, h('a', { href }, words.compare));
}

/**
 * Sets the ids of passages whose source was changed or removed. Headings, figures and tables have an id already. Must run
 * after all plugins that replace elements, except `rehypeFigures`.
 */
export function rehypeRevisionIds(options: { revisions: readonly Revision[] }) {
  return (tree: Root, file: VFile): void => {
    for (const { kind, block = -1, id } of options.revisions) {
      const path = file.data.blockPaths?.[block];
      const element = path == null || kind === 'added' ? undefined : findElement(tree, path);
      if (element !== undefined && !holdsId(element, id)) element.properties.id ??= id;
    }
  };
}

function findElement(tree: Root, path: BlockPath): Element | undefined {
  let element: Element | undefined;
  for (const index of path) element = elementsIn(element ?? tree)[index];
  return element;
}

function holdsId(element: Element, id: string): boolean {
  return elementsIn(element).some((child) => child.properties.id === id);
}
