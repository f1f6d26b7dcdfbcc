import { footnotesId, splitWords, type StoredText } from '../contract/index.ts';
import { digest } from './digest.ts';
import type { Block } from './page-text.ts';
import type { SearchablePage } from './searchable-site.ts';

/** A searchable text, ready to be indexed. */
export interface Text {
  page: SearchablePage;
  title: string;
  /** Topic ids. */
  topics: readonly string[];
  headings: readonly { depth: number; text: string }[];
  stored: StoredText;
  /** The numbers of all words of the stored text, in order. */
  words: Uint32Array;
  /** Content hash of the page’s address and the stored text. */
  id: string;
}

/** The texts of a site and its distinct words. A word’s number is its index. */
export interface CollectedTexts {
  texts: readonly Text[];
  words: readonly string[];
}

/** Returns the texts of pages in the order of their addresses, so that the order of the pages doesn't matter. */
export function collectTexts(pages: readonly SearchablePage[]): CollectedTexts {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    if (number === numbers.size) numbers.set(word, number);
    return number;
  };
  const texts = [...pages].sort(byAddress).map((page) => toText(page, numberOf));
  return { texts, words: [...numbers.keys()] };
}

function byAddress(one: SearchablePage, other: SearchablePage): number {
  return addressOf(one) < addressOf(other) ? -1 : 1;
}

function addressOf({ locale, path }: SearchablePage): string {
  return `/${locale}/${path}`;
}

function toText(page: SearchablePage, numberOf: (word: string) => number): Text {
  const { title, description, topics, blocks } = page.text;
  const written = [title, description, ...blocks.map(({ text }) => text)];
  const words = written.map(splitWords);
  const stored = { locale: page.locale, blocks: written, anchors: toAnchors(blocks, words) };
  return {
    page,
    title,
    topics,
    headings: blocks.flatMap(toHeading),
    stored,
    words: Uint32Array.from(words.flat(), numberOf),
    id: digest(`${addressOf(page)} ${JSON.stringify(stored)}`),
  };
}

/** Skips the generated heading of the footnotes, which nobody searches for. */
function toHeading({ text, heading }: Block): { depth: number; text: string }[] {
  const isOwn = heading !== undefined && heading.id !== footnotesId;
  return isOwn ? [{ depth: heading.depth, text }] : [];
}

/** Returns the word number at which each heading starts. The words of title and description come first. */
function toAnchors(blocks: readonly Block[], words: readonly (readonly string[])[]): StoredText['anchors'] {
  const [title = [], description = [], ...rest] = words;
  const anchors: [number, string][] = [];
  let word = title.length + description.length;
  for (const [at, { heading }] of blocks.entries()) {
    if (heading !== undefined) anchors.push([word, heading.id]);
    word += rest[at]?.length ?? 0;
  }
  return anchors;
}
