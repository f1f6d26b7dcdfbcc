import { isChoseong, isJosa, toJamo } from '../../../korean/index.ts';
import { normalise, splitWords, toRuns, wholeTerm } from '../../contract/index.ts';

/** A query as it was typed, in pieces. */
export interface Query {
  /** The query in one form: composed, in half width, in lower case, with single blanks. */
  text: string;
  words: readonly QueryWord[];
  /** The same with the josa behind Latin words, which the index doesn't hold. */
  written: readonly QueryWord[];
  /** Texts in quotation marks, which must stand as they are. */
  quotes: readonly string[];
}

/** A word of a query. */
export interface QueryWord {
  /** In lower case. */
  text: string;
  /** The same with the case it was typed in, in which Hangul typed on an English layout has its tense consonants. */
  typed: string;
  kind: 'hangul' | 'choseong' | 'josa' | 'other';
}

/** Words that are taken of a query: no title or sentence that anybody looks for is longer. */
const mostWords = 24;

/** Characters that are taken of a query. */
const mostCharacters = 400;

/** A query in pieces. Whatever is typed can be read. */
export function parseQuery(typed: string): Query {
  const normal = normalise(typed.slice(0, mostCharacters)).replace(/[\u0000-\u001f\ufffd]/g, ' ');
  const quotes = [...normal.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, quote = '']) =>
    splitWords(quote).join(' '),
  );
  const written = splitWords(normal).flatMap(toWords).slice(0, mostWords);
  return {
    text: splitWords(normal.toLowerCase()).join(' '),
    words: written.filter(({ kind }) => kind !== 'josa'),
    written,
    quotes: quotes.filter((quote) => toRuns(quote).length > 0),
  };
}

function toWords(word: string): QueryWord[] {
  return toRuns(word).flatMap((run, place, all): QueryWord[] => {
    const { text, script } = run;
    if (script === 'other') return [{ text: wholeTerm(run), typed: withSigns(text, word), kind: 'other' }];
    // As in the index: josa behind a Latin word are no word of their own.
    if (place > 0 && all[place - 1]?.script === 'other' && isJosa(text))
      return [{ text, typed: text, kind: 'josa' }];
    // Two consonants in a row are typed as one where a keyboard joins them: ㄱ and ㅅ as ㄳ.
    const letters = toJamo(text);
    return /^[ㄱ-ㆎ]+$/.test(text) && isChoseong(letters)
      ? [{ text: letters, typed: text, kind: 'choseong' }]
      : [{ text, typed: text, kind: 'hangul' }];
  });
}

/** A run as its word has it, if that is the name of a language whose signs are spelled out in it: `C++`. */
function withSigns(run: string, word: string): string {
  const [, letter = '', sign] = /^(.)(plusplus|sharp)$/u.exec(run) ?? [];
  const name = letter + (sign === 'sharp' ? '#' : '++');
  return sign !== undefined && word.includes(name) ? name : run;
}
