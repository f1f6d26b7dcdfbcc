import { splitWords } from '../../search/contract/index.ts';
import type { PageText } from '../../search/build/index.ts';

/** A text and the path of its page below a locale. */
export interface NamedText {
  path: string;
  text: PageText;
}

/** A word that at most this share of the texts has is replaced in copies. */
const rareShare = 0.02;

/**
 * Returns `count` texts: the given ones, and copies in which each rare word is another, the same throughout a copy of all texts. So copies
 * have the lengths, structure and frequent words of real texts, but titles and a vocabulary of their own. Real collections share
 * more of their rare words, so their index is smaller.
 */
export function makeTexts(texts: readonly NamedText[], count: number): NamedText[] {
  const rare = findRareWords(texts);
  return Array.from({ length: count }, (_, number) => {
    const copy = Math.floor(number / texts.length);
    const { path, text } = texts[number % texts.length] ?? { path: '', text: noText };
    if (copy === 0) return { path, text };
    const change = (line: string): string =>
      line.replace(/\S+/g, (word) => (rare.has(word) ? changeWord(word, copy) : word));
    return {
      path: path.replace(/\/$/, `-${copy}/`),
      text: {
        ...text,
        title: change(text.title),
        description: change(text.description),
        blocks: text.blocks.map((block) => ({ ...block, text: change(block.text) })),
      },
    };
  });
}

const noText: PageText = { title: '', description: '', topics: [], blocks: [] };

function findRareWords(texts: readonly NamedText[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    const lines = [text.title, text.description, ...text.blocks.map((block) => block.text)];
    for (const word of new Set(lines.flatMap(splitWords))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const limit = Math.max(1, rareShare * texts.length);
  return new Set([...counts].filter(([, number]) => number <= limit).map(([word]) => word));
}

/** Changes the vowels or letters of the first two characters of a word, which keeps its josa. Each copy has words of its own. */
function changeWord(word: string, copy: number): string {
  return Array.from(word, (letter, at) => (at < 2 ? shift(letter, copy * (at + 1)) : letter)).join('');
}

function shift(letter: string, by: number): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) {
    // Another initial consonant and vowel; the final consonant stays, since the form of a josa depends on it.
    const [pair, final] = [Math.floor((code - 0xac00) / 28), (code - 0xac00) % 28];
    return String.fromCharCode(0xac00 + ((pair + by) % 399) * 28 + final);
  }
  if (/[a-z]/.test(letter)) return String.fromCharCode(97 + ((code - 97 + by) % 26));
  if (/[A-Z]/.test(letter)) return String.fromCharCode(65 + ((code - 65 + by) % 26));
  return letter;
}
