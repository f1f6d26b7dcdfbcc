import { findBlocks, calloutLabel, wordsOf } from './blocks.ts';
import { copyContent, fetchPage } from './fetch-page.ts';

/** A block in the other language, or a note that it is the same in both. */
interface Counterpart {
  content: Node | string;
  /** Its language; empty if it is that of the page. */
  lang: string;
}

/**
 * Returns the counterpart of a block of the text by its index.
 *
 * @param place element in which the counterpart will be shown
 */
export type FindCounterpart = (index: number, place: Element) => Counterpart;

/**
 * Loads the page with both languages of a text and returns a function that finds counterparts on it. For a block without one it
 * returns the note that the page shows there, in the reader's language, or else a note that both languages have the same block; if
 * only the captions differ, it returns the caption.
 *
 * @param own words of the blocks of the text
 */
export async function loadCounterparts(href: string, own: readonly string[]): Promise<FindCounterpart> {
  const page = await fetchPage(href);
  const cells = [...page.querySelectorAll('[data-side=own],[data-side=both]')];
  const blocks = cells.flatMap((cell) => findBlocks(cell).map((block) => ({ cell, words: wordsOf(block) })));
  const words = blocks.map((block) => block.words);
  const note = page.querySelector<HTMLElement>('[data-peek-same]')?.dataset.peekSame ?? '';
  return (index, place) => {
    const { cell } = blocks[findSame(index, own, words)] ?? {};
    const other = cell?.parentElement?.querySelector<HTMLElement>(
      '[data-side=other],[data-side=both] figcaption [lang]',
    );
    if (cell === undefined) throw new Error(href);
    if (other == null) return { content: note, lang: '' };
    const content = copyContent(unwrap(other, place), href, document);
    const first = content.firstElementChild;
    if (first?.matches(calloutLabel)) first.remove();
    for (const folded of content.querySelectorAll('details')) folded.open = true;
    return { content, lang: other.lang };
  };
}

/**
 * Returns the index of a block on another page, or -1. If both pages have the same number of blocks, the index is the same.
 * Otherwise it is that of the block with the same words. If several blocks have these words, the n-th on this page matches the n-th on the other.
 *
 * @param own words of the blocks on this page
 * @param there words of the blocks on the other page
 */
export function findSame(index: number, own: readonly string[], there: readonly string[]): number {
  if (own.length === there.length) return index;
  const words = own[index];
  const earlier = own.slice(0, index).filter((each) => each === words).length;
  return there.flatMap((each, at) => (each === words ? [at] : []))[earlier] ?? -1;
}

/**
 * Removes wrappers from the content of a cell that the place already has around it: a callout inside a callout, a list inside a
 * list item. Stops at an element with more than one child, such as a list with several items.
 */
function unwrap(cell: Element, place: Element): Element {
  let inner = cell;
  for (const { tagName } of findAncestors(place)) {
    const [only, more] = inner.children;
    // A cell with more text than the nested element, such as a list item with text of its own, must stay whole.
    if (
      only?.tagName !== tagName ||
      more !== undefined ||
      only.textContent.trim() !== inner.textContent.trim()
    )
      break;
    inner = only;
  }
  return inner.closest(':not(ul,ol)') ?? cell;
}

/** Returns the ancestors of an element within the text, outermost first. */
function findAncestors(place: Element): Element[] {
  const parent = place.parentElement;
  return parent === null || parent.matches('.prose') ? [] : [...findAncestors(parent), parent];
}
