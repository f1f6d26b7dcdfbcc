import { stemmer } from 'stemmer';
import { isHangul, toChoseong, toJamo } from '../../../korean/index.ts';
import type { Locale } from '../../../locale/index.ts';
import {
  normalize,
  restoreDeeperHeadings,
  splitWords,
  toRuns,
  wholeTerm,
  type DeeperHeadings,
  type Outline,
  type OutlineText,
} from '../../contract/index.ts';
import type { IndexReader } from '../index/reader.ts';

/** Titles and headings of the texts in one language, preprocessed for matching. */
export interface PreparedOutline {
  locale: Locale;
  texts: readonly OutlineText[];
  /** Headings of each text in order; empty strings if not loaded. */
  headings: readonly (readonly string[])[];
  lines: readonly Line[];
  /** Distinct words of all lines. Lines refer to them by index. */
  vocabulary: readonly LineWord[];
}

/** A title, a heading, or the label of a topic. */
export interface Line {
  /** Index of the text that has the line. */
  text: number;
  /** Index of the heading within the text; `undefined` for a title or topic. */
  heading: number | undefined;
  /** Importance of a match in this line: highest for a title, lowest for a deep heading. */
  weight: number;
  /** All letters in lower case without spaces and punctuation, Hangul as jamo. */
  letters: string;
  /** Offsets in `letters` at which words start. */
  starts: ReadonlySet<number>;
  /** `letters` with only the initial consonant of each syllable. */
  choseong: string;
  choseongStarts: ReadonlySet<number>;
  words: readonly number[];
}

/** A word that occurs in titles or headings. */
export interface LineWord {
  text: string;
  letters: string;
  isHangul: boolean;
  /** English stem; empty for Hangul. */
  stem: string;
  /** Number of lines that contain the word. */
  lines: number;
}

/** Data that belongs to an outline but is stored elsewhere. */
interface OutlineParts {
  /** The headings that the outline omits, if loaded. */
  deeper: DeeperHeadings;
  /** Returns the labels of an article's topics, which match like headings. */
  topicsOf: (article: number) => readonly string[];
}

/** Preprocesses an outline, which takes a few milliseconds per thousand headings. */
export function prepareOutline(
  locale: Locale,
  { texts }: Outline,
  { deeper, topicsOf }: OutlineParts,
): PreparedOutline {
  const numbers = new Map<string, number>();
  const vocabulary: LineWord[] = [];
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const isKorean = isHangul(text);
    vocabulary.push({
      text,
      letters: toJamo(text),
      isHangul: isKorean,
      stem: isKorean ? '' : stemmer(text),
      lines: 0,
    });
    numbers.set(text, vocabulary.length - 1);
    return vocabulary.length - 1;
  };
  const lines: Line[] = [];
  const all = texts.map(([, , , , headings], text) => restoreDeeperHeadings(headings, deeper.texts[text]));
  for (const [text, [article, , , title]] of texts.entries()) {
    lines.push(prepareLine(title, { text, heading: undefined, weight: 1 }, numberOf));
    for (const label of topicsOf(article)) {
      lines.push(prepareLine(label, { text, heading: undefined, weight: topicWeight }, numberOf));
    }
    for (const [heading, written] of (all[text] ?? []).entries()) {
      if (written === '') continue;
      const weight = weights[Number(written.charAt(0))] ?? 0.7;
      lines.push(prepareLine(written.slice(1), { text, heading, weight }, numberOf));
    }
  }
  for (const { words } of lines) for (const word of new Set(words)) (vocabulary[word] ?? noWord).lines += 1;
  return { locale, texts, headings: all, lines, vocabulary };
}

const noWord: LineWord = { text: '', letters: '', isHangul: false, stem: '', lines: 0 };

/** Low, because many articles share a topic. */
const topicWeight = 0.6;

/** Weights of headings, by level. */
const weights: readonly number[] = [0, 0.95, 0.93, 0.88, 0.82, 0.78, 0.75];

/**
 * Returns the letters of a word for comparison: Hangul as jamo, numbers without periods, which nobody types.
 *
 * @example
 * toLetters('v3.0') // 'v30'
 */
export function toLetters(word: string): string {
  return toJamo(word).replaceAll('.', '');
}

function prepareLine(
  written: string,
  place: Pick<Line, 'text' | 'heading' | 'weight'>,
  numberOf: (word: string) => number,
): Line {
  let letters = '';
  let choseong = '';
  const starts = new Set<number>();
  const choseongStarts = new Set<number>();
  const words: number[] = [];
  for (const word of splitWords(normalize(written))) {
    for (const term of toRuns(word).map(wholeTerm)) {
      starts.add(letters.length);
      choseongStarts.add(choseong.length);
      words.push(numberOf(term));
      letters += toLetters(term);
      choseong += toChoseong(term);
    }
  }
  return { ...place, letters, starts, choseong, choseongStarts, words };
}

/** The headings that are loaded: only the upper ones, or all. */
export type OutlineDepth = 'upper' | 'all';

/** Returns a prepared outline from a cache. One with all headings also serves requests for the upper ones. */
export type Outlines = (locale: Locale, depth: OutlineDepth) => Promise<PreparedOutline>;

/** Creates a cache of prepared outlines, which are loaded on demand. */
export function createOutlines(reader: IndexReader): Outlines {
  const prepared = new Map<string, PreparedOutline>();
  return async (locale, depth) => {
    const cached = prepared.get(`all ${locale}`) ?? prepared.get(`${depth} ${locale}`);
    if (cached !== undefined) return cached;
    const { articles, topics } = await reader.subjects();
    const topicsOf = (article: number): string[] =>
      (articles[article]?.[1] ?? []).map((topic) => topics[topic]?.label[locale] ?? '');
    const [outline, deeper] = await Promise.all([
      reader.outline(locale),
      depth === 'all' ? reader.deeper(locale) : { texts: [] },
    ]);
    const made = prepareOutline(locale, outline, { deeper, topicsOf });
    prepared.set(`${depth} ${locale}`, made);
    return made;
  };
}
