import { isHangul, suffixScore, toChoseong, toJamo } from '../../../korean/index.ts';
import type { Query, QueryWord } from '../query/parse-query.ts';
import { toLetters } from './prepare-outline.ts';
import { switchLayout } from '../query/interpret-query.ts';
import { findGlossaryNames } from '../query/synonyms.ts';
import { normalize, toRuns, wholeTerm } from '../../contract/index.ts';
import type { Rewriting } from '../answer.ts';
import { qualities } from '../query/alternative.ts';

/** A reading of the whole query, in the form used to compare it with titles and headings. */
export interface QueryLine {
  letters: string;
  quality: number;
  /** Kind of difference from the typed query, if any. */
  by: Rewriting['kind'] | undefined;
  /** The reading as a person would write it. */
  text: string;
  words: readonly QueryWord[];
}

/**
 * Returns readings of the whole query: as typed, without the last josa, on the other keyboard layout, with other
 * glossary names.
 */
export function toQueryLines(
  { words, written, text }: Query,
  names: readonly (readonly string[])[],
): QueryLine[] {
  const typed: QueryLine = { letters: lettersOf(words), quality: 1, by: undefined, text, words };
  const whole: QueryLine = { ...typed, letters: lettersOf(written) };
  const lines = [
    whole,
    ...(written.length > words.length ? [typed] : []),
    ...withoutFillers(words, text),
    ...onOtherLayout(words),
    ...withOtherNames(words, names),
  ];
  return lines.flatMap((line) => [line, ...withoutJosa(line)]).filter(({ letters }) => letters !== '');
}

/** A query word as initial consonants, and all its letters if it was typed in full. */
export interface ChoseongWord {
  choseong: string;
  letters: string | undefined;
}

/**
 * Returns the words of a query by their initial consonants, or `undefined` if it contains none typed so. Latin words
 * are unchanged.
 */
export function toChoseongWords({ words }: Query): readonly ChoseongWord[] | undefined {
  if (!words.some(({ kind }) => kind === 'choseong')) return undefined;
  return words.map(({ text, kind }) => ({
    choseong: toChoseong(text),
    letters: kind === 'choseong' ? undefined : toLetters(text),
  }));
}

/** Returns the query without the words that only ask. */
function withoutFillers(words: readonly QueryWord[], text: string): QueryLine[] {
  const named = words.filter(({ asks }) => asks !== true);
  if (named.length === words.length) return [];
  return [{ letters: lettersOf(named), quality: qualities.named, by: undefined, text, words: named }];
}

function lettersOf(words: readonly QueryWord[]): string {
  return words.map(({ text }) => toLetters(text)).join('');
}

function withoutJosa(line: QueryLine): QueryLine[] {
  const last = line.words.at(-1);
  if (last === undefined || !isHangul(last.text) || !line.letters.endsWith(toJamo(last.text))) return [];
  return [1, 2, 3, 4, 5].flatMap((length) => {
    const [stem, tail] = [last.text.slice(0, -length), last.text.slice(-length)];
    const fit = stem === '' ? 0 : suffixScore(tail);
    if (fit === 0) return [];
    const words = [...line.words.slice(0, -1), { ...last, text: stem, typed: stem }];
    const letters = line.letters.slice(0, -toJamo(tail).length);
    return [{ ...line, words, letters, quality: line.quality * (0.88 + 0.08 * fit) }];
  });
}

/** Converts the words of a query to the other keyboard layout where possible. Words in the other script stay. */
function onOtherLayout(words: readonly QueryWord[]): QueryLine[] {
  const others = words.map((word) => switchLayout(word));
  const isChanged = others.some((other) => other !== undefined);
  // Initial consonants are typed on purpose, so the layout was right.
  if (!isChanged || words.some(({ kind }) => kind === 'choseong')) return [];
  const read = words.map((word, at): QueryWord => {
    const other = others[at];
    return other === undefined
      ? word
      : { text: other, typed: other, kind: isHangul(other) ? 'hangul' : 'other' };
  });
  const text = read.map((word) => word.text).join(' ');
  return [{ letters: lettersOf(read), quality: qualities.layout, by: 'layout', text, words: read }];
}

function withOtherNames(words: readonly QueryWord[], names: readonly (readonly string[])[]): QueryLine[] {
  const renamings = findGlossaryNames(words, names).flatMap(({ from, to, others }) =>
    others.slice(0, 6).map((name): QueryLine => {
      const read = [...words.slice(0, from), ...wordsOf(name), ...words.slice(to)];
      return {
        letters: lettersOf(read),
        quality: qualities.name,
        by: 'name',
        text: read.map(({ text }) => text).join(' '),
        words: read,
      };
    }),
  );
  return renamings.slice(0, maxRenamings);
}

/** Maximum number of readings with other names: a query that consists only of names would have hundreds. */
const maxRenamings = 12;

function wordsOf(name: string): QueryWord[] {
  return toRuns(normalize(name)).map((run) => ({
    text: wholeTerm(run),
    typed: run.text,
    kind: run.script === 'other' ? 'other' : 'hangul',
  }));
}
