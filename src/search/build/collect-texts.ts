import { splitWords, type StoredText } from '../contract/index.ts';
import { digest } from './digest.ts';
import { htmlToPageText, type Block, type PageText } from './page-text.ts';
import type { SearchablePage } from './searchable-site.ts';

/** A text that search may find, on its way into the index. */
export interface Text {
  page: SearchablePage;
  title: string;
  /** Ids of its topics. */
  topics: readonly string[];
  headings: readonly { depth: number; text: string }[];
  stored: StoredText;
  /** All words of the stored text, in their order. */
  words: readonly string[];
  /** Stands for the page and everything that is shown of it. */
  key: string;
}

/** The texts of the pages that let search find any of them, in an order that is not that of the pages. */
export function collectTexts(pages: readonly SearchablePage[]): Text[] {
  return pages
    .flatMap((page) => {
      const text = htmlToPageText(page.html);
      return text === undefined ? [] : [toText(page, text)];
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

function toText(page: SearchablePage, { title, description, topics, blocks }: PageText): Text {
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

/** The heading over footnotes, which comes last, leads to them but is the site's own word: nobody looks for it. */
function toHeading({ text, heading }: Block): { depth: number; text: string }[] {
  const isOwn = heading !== undefined && heading.id !== 'footnote-label';
  return isOwn ? [{ depth: heading.depth, text }] : [];
}

/** Where each heading stands among all words, of which title and description are the first. */
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
