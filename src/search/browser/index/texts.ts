import { splitWords, type StoredText, type TextPart } from '../../contract/index.ts';
import { readCard } from './cards.ts';
import type { IndexReader } from './reader.ts';

/** A stored text, or some parts of it. */
export interface LoadedText extends StoredText {
  /** Number of the first word of each block that is loaded. */
  starts: readonly number[];
}

/**
 * Reads a text, by its index in the subjects. Of a text in parts, only the title, the description and the parts with some words are
 * loaded.
 *
 * @param words numbers of words
 */
export async function readText(
  text: number,
  words: readonly number[],
  reader: IndexReader,
): Promise<LoadedText> {
  const [[, , hash, parts = 1], { partWords }] = await Promise.all([
    readCard(text, reader),
    reader.manifest(),
  ]);
  if (parts === 1) return addStarts(await reader.text(hash));
  const needed = [...new Set(words.map((word) => partOf(word, partWords)))].sort((one, other) => one - other);
  const [stored, ...loaded] = await Promise.all([
    reader.text(hash),
    ...needed.map(async (part) => reader.textPart(hash, part)),
  ]);
  return addParts(addStarts(stored), loaded);
}

/** Adds the blocks of parts in order. A block at a border is in two parts. */
function addParts(text: LoadedText, parts: readonly TextPart[]): LoadedText {
  const blocks = [...text.blocks];
  const starts = [...text.starts];
  let added = -1;
  for (const part of parts) {
    let next = part.first;
    for (const block of part.blocks) {
      if (next > added) {
        blocks.push(block);
        starts.push(next);
        added = next;
      }
      next += splitWords(block).length;
    }
  }
  return { ...text, blocks, starts };
}

/** Returns the part of a text that has a word. */
export function partOf(word: number, partWords: number): number {
  return Math.floor(word / partWords);
}

/** Reads all blocks of a text. */
export async function readBlocks(text: number, reader: IndexReader): Promise<readonly string[]> {
  const [, , hash, parts = 1] = await readCard(text, reader);
  if (parts === 1) return (await reader.text(hash)).blocks;
  const all = Array.from({ length: parts }, async (_, part) => reader.textPart(hash, part));
  const [stored, ...loaded] = await Promise.all([reader.text(hash), ...all]);
  return addParts(addStarts(stored), loaded).blocks;
}

/** Numbers the words of a text. */
export function addStarts(stored: StoredText): LoadedText {
  let next = 0;
  const starts = stored.blocks.map((block) => {
    const start = next;
    next += splitWords(block).length;
    return start;
  });
  return { ...stored, starts };
}
