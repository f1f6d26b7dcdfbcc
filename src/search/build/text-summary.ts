import { footnotesId, splitWords, type StoredText, type TextPart } from '../contract/index.ts';
import { digest } from './digest.ts';
import type { Block, PageText } from './page-text.ts';

/**
 * The words of a text as an index needs them. Builds keep them with each page: splitting all texts into words again, and finding those that are equal,
 * would take longer than everything else.
 */
export interface TextSummary {
  title: string;
  /** Topic ids. */
  topics: readonly string[];
  headings: readonly { depth: number; text: string }[];
  /** The distinct words, separated by spaces, in the order of their first occurrence. */
  vocabulary: string;
  /** All words in order, as indexes into the vocabulary. */
  words: readonly number[];
  /** Title, description, then the blocks in order: the first word of each, and its id if it is a heading. */
  blocks: readonly { start: number; id?: string }[];
  /** Content hash of everything but the topics. */
  digest: string;
}

/** Summarizes the text of a page for an index. */
export function summarizeText({ topics, ...text }: PageText): TextSummary {
  const numbers = new Map<string, number>();
  const words = toLines(text)
    .flatMap(splitWords)
    .map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
  return {
    title: text.title,
    topics,
    headings: text.blocks.flatMap(toHeading),
    vocabulary: [...numbers.keys()].join(' '),
    words,
    blocks: toBlocks(text),
    digest: digest(JSON.stringify(text)),
  };
}

function toBlocks(text: Omit<PageText, 'topics'>): TextSummary['blocks'] {
  let next = 0;
  return toLines(text).map((line, at) => {
    const start = next;
    next += splitWords(line).length;
    const heading = text.blocks[at - 2]?.heading;
    return heading === undefined ? { start } : { start, id: heading.id };
  });
}

/** Returns the text as it is stored for excerpts: in one file, or without its blocks if they are in parts. */
export function toStoredText(locale: string, text: PageText, isInParts: boolean): StoredText {
  const lines = toLines(text);
  return {
    locale,
    blocks: isInParts ? lines.slice(0, 2) : lines,
    anchors: toAnchors(text),
    code: toCode(text),
  };
}

/** Returns the part of a text with the words from `part * partWords` on: see {@link TextPart}. */
export function toTextPart(text: PageText, part: number, partWords: number): TextPart {
  const [from, to] = [part * partWords, (part + 1) * partWords];
  let next = 0;
  const places = toLines(text).map((block) => {
    const start = next;
    next += splitWords(block).length;
    return { block, start, end: next };
  });
  const within = places.slice(2).filter(({ start, end }) => start < to && end > from);
  return { first: within[0]?.start ?? from, blocks: within.map(({ block }) => block) };
}

/** Returns title, description and blocks, in which the words are numbered. */
function toLines({ title, description, blocks }: Omit<PageText, 'topics'>): string[] {
  return [title, description, ...blocks.map(({ text }) => text)];
}

/** Skips the generated heading of the footnotes, which nobody searches for. */
function toHeading({ text, heading }: Block): { depth: number; text: string }[] {
  const isOwn = heading !== undefined && heading.id !== footnotesId;
  return isOwn ? [{ depth: heading.depth, text }] : [];
}

/** Returns each heading with the word number at which it starts. The words of title and description come first. */
function toAnchors({ title, description, blocks }: PageText): StoredText['anchors'] {
  const anchors: [number, string, string][] = [];
  let word = splitWords(title).length + splitWords(description).length;
  for (const { text, heading } of blocks) {
    if (heading !== undefined) anchors.push([word, heading.id, text]);
    word += splitWords(text).length;
  }
  return anchors;
}

/** Returns the code blocks, each by its first word and its number of words. */
function toCode({ title, description, blocks }: PageText): StoredText['code'] {
  const code: [number, number][] = [];
  let word = splitWords(title).length + splitWords(description).length;
  for (const { text, isCode } of blocks) {
    const count = splitWords(text).length;
    if (isCode) code.push([word, count]);
    word += count;
  }
  return code;
}
