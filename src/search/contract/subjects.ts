import type { Locale } from '../../locale/index.ts';

/** Topics, glossary names, and the numbers of all articles and texts that ranking needs. */
export interface Subjects {
  topics: readonly { id: string; label: Readonly<Record<Locale, string>> }[];
  /** Groups of synonyms from the glossary: names, readings and aliases of each term. */
  names: readonly (readonly string[])[];
  /** For each article, the indexes of its topics. */
  articles: readonly (readonly number[])[];
  /**
   * All texts, those of each language together and sorted by article. The index of a text is its id in Pagefind’s index.
   */
  texts: readonly TextNumbers[];
}

/** The numbers of a text. */
export interface TextNumbers {
  locale: Locale;
  /** Index of the text among those in its language. */
  place: number;
  /** Index of the article in {@link Subjects}. */
  article: number;
  /** Number of words, precise to a tenth. */
  words: number;
}

/** {@link Subjects} as stored: some two bytes an article and one a text, compressed. */
interface StoredSubjects extends Pick<Subjects, 'topics' | 'names'> {
  /** The different lists of topics. */
  lists: readonly (readonly number[])[];
  /** For each article, the index of its list. */
  articles: readonly number[];
  texts: readonly (readonly [
    locale: Locale,
    /** For each text, the difference of its article’s index from that of the one before. */
    gaps: readonly number[],
    /** For each text, a character for its number of words: see {@link toLengthCode}. */
    lengths: string,
  ])[];
}

/** Encodes subjects as JSON. */
export function encodeSubjects({
  topics,
  names,
  articles,
  texts,
}: Omit<Subjects, 'texts'> & { texts: readonly Omit<TextNumbers, 'place'>[] }): string {
  const lists = [...new Set(articles.map((list) => list.join(' ')))];
  const numbers = new Map(lists.map((list, number) => [list, number]));
  const stored: StoredSubjects = {
    topics,
    names,
    lists: lists.map((list) => (list === '' ? [] : list.split(' ').map(Number))),
    articles: articles.map((list) => numbers.get(list.join(' ')) ?? 0),
    texts: [...Map.groupBy(texts, ({ locale }) => locale)].map(([locale, group]) => [
      locale,
      group.map(({ article }, at) => article - (group[at - 1]?.article ?? -1)),
      group.map(({ words }) => toLengthCode(words)).join(''),
    ]),
  };
  return JSON.stringify(stored);
}

/** Decodes subjects. */
export function decodeSubjects(json: string): Subjects {
  const { topics, names, lists, articles, texts } = JSON.parse(json) as StoredSubjects;
  return {
    topics,
    names,
    articles: articles.map((list) => lists[list] ?? []),
    texts: texts.flatMap(([locale, gaps, lengths]) => {
      let article = -1;
      return gaps.map((gap, at): TextNumbers => {
        article += gap;
        return { locale, place: at, article, words: fromLengthCode(lengths.charCodeAt(at)) };
      });
    }),
  };
}

/** Code of the number of words 1. The codes of all numbers up to 2³² are letters that JSON doesn’t escape. */
const firstCode = 0x5d;

/** Encodes a number of words as the character of its logarithm, in steps of a quarter: BM25 needs no more. */
function toLengthCode(words: number): string {
  return String.fromCharCode(firstCode + Math.round(4 * Math.log2(Math.max(1, words))));
}

function fromLengthCode(code: number): number {
  return Math.round(2 ** ((code - firstCode) / 4));
}
