import { stemmer } from 'stemmer';
import { isHangul, toChoseong, toJamo } from '../../../korean/index.ts';
import { normalize, splitWords, toRuns, wholeTerm, type OutlineLine } from '../../contract/index.ts';

/** Titles and headings, preprocessed for matching. */
export interface PreparedOutline {
  lines: readonly Line[];
  /** Distinct words of all lines. Lines refer to them by index. */
  vocabulary: readonly LineWord[];
  /** Number of lines of the whole outline, of which these are a part. */
  total: number;
}

/** A title, a heading, or the label of a topic. */
export interface Line {
  /** Index of the text that has the line. */
  text: number;
  /** Index of the heading within the text; `undefined` for a title or topic. */
  heading: number | undefined;
  written: string;
  /** Importance of a match in this line: highest for a title, lowest for a deep heading. */
  weight: number;
  /** All letters in lower case without spaces and punctuation, Hangul as jamo. */
  letters: string;
  /** Offsets in `letters` at which words start. */
  starts: ReadonlySet<number>;
  /** Offsets in `letters` at which a part of the line starts or ends: `퀵 정렬 (Quick Sort)` and `Rust: 소유권` have two parts. */
  parts: ReadonlySet<number>;
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

/** A line as written, and its importance. */
export type WrittenLine = Pick<Line, 'text' | 'heading' | 'weight' | 'written'>;

/** Preprocesses lines, which takes a few milliseconds per thousand. */
export function prepareOutline(written: readonly WrittenLine[], total = written.length): PreparedOutline {
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
  const lines = written.map((line) => prepareLine(line, numberOf));
  for (const { words } of lines) for (const word of new Set(words)) (vocabulary[word] ?? noWord).lines += 1;
  return { lines, vocabulary, total };
}

const noWord: LineWord = { text: '', letters: '', isHangul: false, stem: '', lines: 0 };

/** Low, because many articles share a topic. */
export const topicWeight = 0.6;

/** Weights of a title (level 0) and of headings, by level. */
const weights: readonly number[] = [1, 0.95, 0.93, 0.88, 0.82, 0.78, 0.75];

/** Returns a title or heading with its importance. */
export function weighLine({ text, heading, level, written }: OutlineLine): WrittenLine {
  return { text, heading, written, weight: weights[level] ?? 0.7 };
}

/**
 * Returns the letters of a word for comparison: Hangul as jamo, numbers without periods, which nobody types.
 *
 * @example
 * toLetters('v3.0') // 'v30'
 */
export function toLetters(word: string): string {
  return toJamo(word).replaceAll('.', '');
}

function prepareLine(line: WrittenLine, numberOf: (word: string) => number): Line {
  let letters = '';
  let choseong = '';
  const starts = new Set<number>();
  const parts = new Set<number>([0]);
  const choseongStarts = new Set<number>();
  const words: number[] = [];
  for (const word of splitWords(normalize(line.written).replace(betweenParts, ` ${partMark} `))) {
    if (word === partMark) parts.add(letters.length);
    for (const term of toRuns(word).map(wholeTerm)) {
      starts.add(letters.length);
      choseongStarts.add(choseong.length);
      words.push(numberOf(term));
      letters += toLetters(term);
      choseong += toChoseong(term);
    }
  }
  parts.add(letters.length);
  return { ...line, letters, starts, parts, choseong, choseongStarts, words };
}

/** Punctuation between a name and its translation, its subtitle or its kind. */
const betweenParts = /[()[\]|]|[:,](?=\s)|(?<=\s)[-–—](?=\s)|[–—]/g;

/** A word that no title contains: it has neither letters nor digits. */
const partMark = '|';
