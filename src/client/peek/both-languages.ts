import { copyContent, fetchPage } from '../fetched-page.ts';
import { findBlocks, label, wordsOf } from './blocks.ts';
import { findSame } from './match.ts';
import { withoutAround } from './without-around.ts';

/** What stands for a block in the other language, and which that is where it is not the page's. */
export interface Counterpart {
  content: Node;
  lang: string;
}

/** Gives what stands for a block of a text in its other language, to be shown in a place; nothing for one that is the same in both. */
export type FindCounterpart = (index: number, place: Element) => Counterpart | undefined;

/**
 * The page that shows both languages of a text, as what finds the counterparts of its blocks. Where a block has none, that page
 * says so in words of the reader's language; where all but its caption is the same, that stands for it.
 *
 * @param own words of the text's blocks
 */
export async function loadBothLanguages(href: string, own: readonly string[]): Promise<FindCounterpart> {
  const page = await fetchPage(href);
  const cells = [...page.querySelectorAll('[data-side=own],[data-side=both]')];
  const blocks = cells.flatMap((cell) => findBlocks(cell).map((block) => ({ cell, words: wordsOf(block) })));
  const words = blocks.map((block) => block.words);
  return (index, place) => {
    const { cell } = blocks[findSame(index, own, words)] ?? {};
    const other = cell?.parentElement?.querySelector<HTMLElement>(
      '[data-side=other],[data-side=both] figcaption [lang]',
    );
    if (cell === undefined) throw new Error(href);
    if (other == null) return undefined;
    const content = copyContent(withoutAround(other, place), href, document);
    const first = content.firstElementChild;
    if (first?.matches(label)) first.remove();
    // Who asks for it wants to see it.
    for (const folded of content.querySelectorAll('details')) folded.open = true;
    return { content, lang: other.lang };
  };
}
