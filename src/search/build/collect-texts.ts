import type { Locale } from '../../locale/index.ts';
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

/** The texts of the pages that let search find any of them. */
export function collectTexts(pages: readonly SearchablePage[]): Text[] {
  return pages.flatMap((page) => {
    const text = htmlToPageText(page.html);
    if (text === undefined) return [];
    const stored = toStored(page.locale, text);
    return [
      {
        page,
        title: text.title,
        topics: text.topics,
        headings: text.blocks.flatMap(toHeading),
        stored,
        words: stored.blocks.flatMap(splitWords),
        key: `/${page.locale}/${page.path}#${digest(JSON.stringify(stored))}`,
      },
    ];
  });
}

function toHeading({ text, heading }: Block): { depth: number; text: string }[] {
  return heading === undefined ? [] : [{ depth: heading.depth, text }];
}

function toStored(locale: Locale, { title, description, blocks }: PageText): StoredText {
  const all = [title, description, ...blocks.map(({ text }) => text)];
  const anchors: [number, string][] = [];
  let word = splitWords(title).length + splitWords(description).length;
  for (const { text, heading } of blocks) {
    if (heading !== undefined) anchors.push([word, heading.id]);
    word += splitWords(text).length;
  }
  return { locale, blocks: all, anchors };
}
