import { isHangul, suffixScore, toChoseong, toJamo } from '../../../korean/index.ts';
import type { Query, QueryWord } from '../query/parse-query.ts';
import { toLetters } from './prepare-outline.ts';
import { findNames, switchLayout } from '../query/read-query.ts';
import { normalise, toRuns, wholeTerm } from '../../contract/index.ts';
import type { Rewriting } from '../answer.ts';
import { qualities } from '../query/alternative.ts';

/** A whole query as a title or heading may have it, in the form in which lines are compared. */
export interface QueryLine {
  letters: string;
  quality: number;
  /** How it comes from what was typed, where that isn't what it says. */
  by: Rewriting['kind'] | undefined;
  /** As it would be written. */
  text: string;
  words: readonly QueryWord[];
}

/** What a query can stand for as a whole: as it was typed, without its last josa, on the other layout, by other names. */
export function toQueryLines(
  { words, written, text }: Query,
  names: readonly (readonly string[])[],
): QueryLine[] {
  const typed: QueryLine = { letters: lettersOf(words), quality: 1, by: undefined, text, words };
  const whole: QueryLine = { ...typed, letters: lettersOf(written) };
  const lines = [
    whole,
    ...(written.length > words.length ? [typed] : []),
    ...switched(words),
    ...renamed(words, names),
  ];
  return lines.flatMap((line) => [line, ...withoutTail(line)]).filter(({ letters }) => letters !== '');
}

/** A word of a query by its initial consonants, and by all its letters if they were typed. */
export interface ChoseongWord {
  choseong: string;
  letters: string | undefined;
}

/** The words of a query by their initial consonants, if it asks for any; Latin words stay what they are. */
export function toChoseongWords({ words }: Query): readonly ChoseongWord[] | undefined {
  if (!words.some(({ kind }) => kind === 'choseong')) return undefined;
  return words.map(({ text, kind }) => ({
    choseong: toChoseong(text),
    letters: kind === 'choseong' ? undefined : toLetters(text),
  }));
}

function lettersOf(words: readonly QueryWord[]): string {
  return words.map(({ text }) => toLetters(text)).join('');
}

function withoutTail(line: QueryLine): QueryLine[] {
  const last = line.words.at(-1);
  if (last === undefined || !isHangul(last.text) || !line.letters.endsWith(toJamo(last.text))) return [];
  return [1, 2, 3, 4, 5].flatMap((length) => {
    const [stem, tail] = [last.text.slice(0, -length), last.text.slice(-length)];
    const fit = stem === '' ? 0 : suffixScore(tail);
    if (fit === 0) return [];
    const words = [...line.words.slice(0, -1), { ...last, text: stem, typed: stem }];
    const letters = line.letters.slice(0, -toJamo(tail).length);
    return [{ ...line, words, letters, quality: line.quality * (0.93 + 0.05 * fit) }];
  });
}

/** All of a query on the other layout, where its words can be read so; those of the other script stay. */
function switched(words: readonly QueryWord[]): QueryLine[] {
  const others = words.map((word) => switchLayout(word));
  const isChanged = others.some((other) => other !== undefined);
  // Latin words among Hangul are meant; Hangul among Latin words is not, as both were typed on one layout.
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

function renamed(words: readonly QueryWord[], names: readonly (readonly string[])[]): QueryLine[] {
  const renamings = findNames(words, names).flatMap(({ from, to, others }) =>
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
  return renamings.slice(0, mostRenamings);
}

/** Readings by other names that are compared: a query of nothing but names would have hundreds. */
const mostRenamings = 12;

function wordsOf(name: string): QueryWord[] {
  return toRuns(normalise(name)).map((run) => ({
    text: wholeTerm(run),
    typed: run.text,
    kind: run.script === 'other' ? 'other' : 'hangul',
  }));
}
