import { diffArrays } from 'diff';
import type { Passage } from './written-words.ts';

/** A word of a passage: the offsets of its ends there. */
export interface Word {
  passage: Passage;
  start: number;
  end: number;
  /** Index of its first letter among those of all passages. */
  index: number;
}

/**
 * Finds the words that a page does not show, or shows in another order. Compares letters and digits only: elements and line
 * breaks may divide words, but not change them. Takes O(n) if nothing is lost, else O(nd) (Myers 1986), for n letters of which
 * d differ; past 2,000 differing letters it returns only the first word that is lost.
 */
export function findLostWords(passages: readonly Passage[], shown: string): Word[] {
  const written = lettersOf(passages.map(({ text }) => text).join('\n'));
  const letters = lettersOf(shown);
  const first = findFirstLost(written, letters);
  if (first === undefined) return [];
  const isLost = new Uint8Array(written.length);
  const changes = diffArrays(written.split(''), letters.split(''), { maxEditLength: 2000 });
  if (changes === undefined) isLost[first] = 1;
  let index = 0;
  for (const { added, removed, count } of changes ?? []) {
    if (removed) isLost.fill(1, index, index + count);
    if (!added) index += count;
  }
  return listWords(passages).filter(({ index: at, start, end }) =>
    isLost.subarray(at, at + end - start).includes(1),
  );
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Returns the index of the first letter that keeps a text from being a subsequence of another one. */
function findFirstLost(written: string, shown: string): number | undefined {
  let at = 0;
  for (let index = 0; index < written.length; index += 1) {
    at = shown.indexOf(written.charAt(index), at) + 1;
    if (at === 0) return index;
  }
  return undefined;
}

function listWords(passages: readonly Passage[]): Word[] {
  let index = 0;
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index: start }) => {
      index += word.length;
      return { passage, start, end: start + word.length, index: index - word.length };
    }),
  );
}

/** Groups words that follow each other. */
export function groupRuns(words: readonly Word[]): [Word, ...Word[]][] {
  const runs: [Word, ...Word[]][] = [];
  let next: number | undefined;
  for (const word of words) {
    if (word.index === next) runs.at(-1)?.push(word);
    else runs.push([word]);
    next = word.index + word.end - word.start;
  }
  return runs;
}

/** Returns the words of a run with what is between them. */
export function textOfRun(run: readonly Word[]): string {
  const passages = Map.groupBy(run, ({ passage }) => passage);
  return [...passages].map(([{ text }, words]) => text.slice(words[0]?.start, words.at(-1)?.end)).join(' ');
}
