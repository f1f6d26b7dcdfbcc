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
  /** All words of the stored text, in order. */
  words: readonly string[];
  /** Identifies the page and the content it shows: the address and a content hash. */
  key: string;
}

/** Returns the texts of pages, sorted by key, so that the order of the pages doesn't matter. */
export function collectTexts(pages: readonly SearchablePage[]): Text[] {
  return pages.map(toText).sort((one, other) => (one.key < other.key ? -1 : 1));
}

function toText(page: SearchablePage): Text {
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
    words: words.flat(),
    key: `/${page.locale}/${page.path}#${digest(JSON.stringify(stored))}`,
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
