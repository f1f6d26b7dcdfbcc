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
  const blocks = numberBlocks(text);
  const words = blocks.flatMap((block) =>
    block.words.map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    }),
  );
  return {
    title: text.title,
    topics,
    headings: text.blocks.flatMap(toHeading),
    vocabulary: [...numbers.keys()].join(' '),
    words,
    blocks: blocks.map(({ start, heading }) =>
      heading === undefined ? { start } : { start, id: heading.id },
    ),
    digest: digest(JSON.stringify(text)),
  };
}

/** Returns the text as it is stored for excerpts: in one file, or without its blocks if they are in parts. */
export function toStoredText(locale: string, text: PageText, isInParts: boolean): StoredText {
  const blocks = numberBlocks(text);
  return {
    locale,
    blocks: (isInParts ? blocks.slice(0, ahead) : blocks).map((block) => block.text),
    anchors: blocks.flatMap(({ start, text: written, heading }) =>
      heading === undefined ? [] : [[start, heading.id, written] as const],
    ),
    code: blocks.flatMap(({ start, words, isCode }) => (isCode ? [[start, words.length] as const] : [])),
  };
}

/** Returns the part of a text with the words from `part * partWords` on: see {@link TextPart}. */
export function toTextPart(text: PageText, part: number, partWords: number): TextPart {
  const [from, to] = [part * partWords, (part + 1) * partWords];
  const within = numberBlocks(text)
    .slice(ahead)
    .filter(({ start, words }) => start < to && start + words.length > from);
  return { first: within[0]?.start ?? from, blocks: within.map((block) => block.text) };
}

/** A block with its words, and the number of the first. */
interface NumberedBlock extends Block {
  words: readonly string[];
  start: number;
}

/** Number of blocks ahead of those of the page: title and description. */
const ahead = 2;

/** Returns title, description and blocks. Their words are numbered throughout. */
function numberBlocks({ title, description, blocks }: Omit<PageText, 'topics'>): NumberedBlock[] {
  const plain = [title, description].map((text): Block => ({ text, heading: undefined, isCode: false }));
  let next = 0;
  return [...plain, ...blocks].map((block) => {
    const [words, start] = [splitWords(block.text), next];
    next += words.length;
    return { ...block, words, start };
  });
}

/** Skips the generated heading of the footnotes, which nobody searches for. */
function toHeading({ text, heading }: Block): { depth: number; text: string }[] {
  const isOwn = heading !== undefined && heading.id !== footnotesId;
  return isOwn ? [{ depth: heading.depth, text }] : [];
}
