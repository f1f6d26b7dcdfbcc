import { stemmer } from 'stemmer';
import { isHangul, toChoseong, toJamo } from '../../../korean/index.ts';
import type { Locale } from '../../../locale/index.ts';
import {
  normalise,
  putInDeeper,
  splitWords,
  toRuns,
  wholeTerm,
  type DeeperHeadings,
  type Outline,
  type OutlineText,
} from '../../contract/index.ts';

/** Titles and headings of the texts in one language, ready to be compared with queries. */
export interface PreparedOutline {
  locale: Locale;
  texts: readonly OutlineText[];
  /** Headings of each text in their order, empty where they have not been loaded. */
  headings: readonly (readonly string[])[];
  lines: readonly Line[];
  /** Different words of all lines; a line names its own by their numbers here. */
  vocabulary: readonly LineWord[];
}

/** A title, a heading, or the label of a topic. */
export interface Line {
  /** Number of its text. */
  text: number;
  /** Number of the heading in the text, or nothing for what stands for all of the text. */
  heading: number | undefined;
  /** How much it counts that this line matches: a title most, a deep heading least. */
  weight: number;
  /** All its letters, Hangul in jamo, in lower case, without blanks and signs. */
  letters: string;
  /** Where words begin within these. */
  starts: ReadonlySet<number>;
  /** The same with initial consonants for syllables. */
  choseong: string;
  choseongStarts: ReadonlySet<number>;
  words: readonly number[];
}

/** A word that stands in titles or headings. */
export interface LineWord {
  text: string;
  letters: string;
  isHangul: boolean;
  /** Without what inflection adds, if it is no Hangul. */
  stem: string;
  /** In how many lines it stands. */
  lines: number;
}

/** What belongs to an outline and doesn't stand in it. */
export interface OutlineParts {
  /** The headings that it leaves out, where they have been loaded. */
  deeper: DeeperHeadings;
  /** Labels of an article's topics, by which it is found too. */
  topicsOf: (article: number) => readonly string[];
}

/** An outline made ready, which takes some milliseconds for thousands of headings. */
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
  const all = texts.map(([, , , , headings], text) => putInDeeper(headings, deeper.texts[text]));
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

/** A topic says of many articles what they are about. */
const topicWeight = 0.6;

/** Weights of headings by their depth. */
const weights: readonly number[] = [0, 0.95, 0.93, 0.88, 0.82, 0.78, 0.75];

/**
 * The letters of a word as lines are compared: Hangul in jamo, and numbers without their points, which nobody types.
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
  for (const word of splitWords(normalise(written))) {
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
