import { isChoseong, isJosa, toJamo } from '../../../korean/index.ts';
import { normalize, splitWords, toRuns, wholeTerm } from '../../contract/index.ts';
import { isFiller } from './fillers.ts';

/** A parsed query. */
export interface Query {
  /** The normalized query: Hangul composed, half width, lower case, single spaces. */
  text: string;
  words: readonly QueryWord[];
  /** `words`, plus the josa after Latin words, which the index doesn't contain. */
  written: readonly QueryWord[];
  /** Quoted phrases, which must occur literally. */
  quotes: readonly string[];
}

/** A word of a query. */
export interface QueryWord {
  /** The word in lower case. */
  text: string;
  /** The word as typed, including case: in Hangul typed on an English layout, capitals are tense consonants. */
  typed: string;
  kind: 'hangul' | 'choseong' | 'josa' | 'other';
  /** Whether it only asks, beside words that name something: see {@link isFiller}. */
  asks?: true;
  /** The same word in the other script, as the texts of the site have it, and how certain that is: docker for 도커. */
  same?: readonly { text: string; quality: number }[];
}

/** Maximum number of words. No title or sentence that is searched for has more. */
const maxWords = 24;

/** Maximum number of characters. */
const maxCharacters = 400;

/** Parses a query. Any input is valid. */
export function parseQuery(typed: string): Query {
  const normal = normalize(typed.slice(0, maxCharacters)).replace(/[\u0000-\u001f\ufffd]/g, ' ');
  const quotes = [...normal.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, quote = '']) =>
    splitWords(quote).join(' '),
  );
  const written = markFillers(splitWords(normal).flatMap(toWords).slice(0, maxWords));
  return {
    text: splitWords(normal.toLowerCase()).join(' '),
    words: written.filter(({ kind }) => kind !== 'josa'),
    written,
    quotes: quotes.filter((quote) => toRuns(quote).length > 0),
  };
}

/** Marks the words that only ask, unless all do. */
function markFillers(words: QueryWord[]): QueryWord[] {
  const named = words.filter(({ text, kind }) => kind !== 'josa' && !isFiller(text));
  if (named.length === 0) return words;
  return words.map((word) => (word.kind === 'josa' || named.includes(word) ? word : { ...word, asks: true }));
}

function toWords(word: string): QueryWord[] {
  return toRuns(word).flatMap((run, place, all): QueryWord[] => {
    const { text, script } = run;
    if (script === 'other') return [{ text: wholeTerm(run), typed: withSigns(text, word), kind: 'other' }];
    // As in the index, a josa after a Latin word is not a word of its own.
    if (place > 0 && all[place - 1]?.script === 'other' && isJosa(text))
      return [{ text, typed: text, kind: 'josa' }];
    // Korean keyboards join some pairs of consonants: ㄱ and ㅅ become ㄳ.
    const letters = toJamo(text);
    return /^[ㄱ-ㆎ]+$/.test(text) && isChoseong(letters)
      ? [{ text: letters, typed: text, kind: 'choseong' }]
      : [{ text, typed: text, kind: 'hangul' }];
  });
}

/** Restores the punctuation in the name of a programming language: `C++`. */
function withSigns(run: string, word: string): string {
  const [, letter = '', sign] = /^(.)(plusplus|sharp)$/u.exec(run) ?? [];
  const name = letter + (sign === 'sharp' ? '#' : '++');
  return sign !== undefined && word.includes(name) ? name : run;
}
