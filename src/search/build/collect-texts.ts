import { digest } from './digest.ts';
import type { SearchablePage } from './searchable-site.ts';

/** A searchable text, ready to be indexed. */
export interface Text {
  page: SearchablePage;
  /** Content hash of the text and the address of its page. */
  id: string;
  /** The numbers of all its words, in order. */
  words: Uint32Array;
}

/** The texts of a site and its distinct words. The number of a word is its index. */
interface CollectedTexts {
  texts: readonly Text[];
  words: readonly string[];
}

/** Returns the texts of pages in the order of their addresses, so that the order of the pages doesn't matter. */
export function collectTexts(pages: readonly SearchablePage[]): CollectedTexts {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const texts = pages
    .map((page) => ({ page, address: `/${page.locale}/${page.path}` }))
    .sort((one, other) => (one.address < other.address ? -1 : 1))
    .map(({ page, address }): Text => {
      const { vocabulary, words, digest: content } = page.text;
      const own = vocabulary.split(' ').map(numberOf);
      return {
        page,
        id: digest(`${address} ${content}`),
        words: new Uint32Array(words.map((word) => own[word] ?? 0)),
      };
    });
  return { texts, words: [...numbers.keys()] };
}
