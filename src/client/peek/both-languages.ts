import { copyContent, fetchPage } from '../fetched-page.ts';
import { findBlocks, wordsOf } from './blocks.ts';
import { findSame } from './match.ts';

/** What stands for a block in the other language, and which that is where it is not the page's. */
export interface Counterpart {
  content: Node;
  lang: string;
}

/** Gives what stands for a block of a text in its other language; nothing for one that is the same in both. */
export type FindCounterpart = (index: number) => Counterpart | undefined;

/**
 * The page that shows both languages of a text, as what finds the counterparts of its blocks. Where a block has none, that page
 * says so in words of the reader's language.
 *
 * @param own words of the text's blocks
 */
export async function loadBothLanguages(href: string, own: readonly string[]): Promise<FindCounterpart> {
  const page = await fetchPage(href);
  const cells = [...page.querySelectorAll('[data-side=own],[data-side=both]')];
  const blocks = cells.flatMap((cell) => findBlocks(cell).map((block) => ({ cell, words: wordsOf(block) })));
  const words = blocks.map((block) => block.words);
  return (index) => {
    const { cell } = blocks[findSame(index, own, words)] ?? {};
    if (cell?.getAttribute('data-side') === 'both') return undefined;
    const other = cell?.parentElement?.querySelector<HTMLElement>('[data-side=other]');
    if (other == null) throw new Error(href);
    return { content: copyContent(other, href, document), lang: other.lang };
  };
}
