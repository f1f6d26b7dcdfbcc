import { isJosa } from '../../korean/index.ts';

/** A protocol or `www.`, and the first character of a host. */
const beginning = /^(?:https?:\/\/|www\.)[^\s\p{P}\p{S}]/iu;

const host = /^(?:https?:\/\/)?(?:[^\s\p{P}\p{S}]|[-._])+/iu;

/** Letters of scripts that are written without a space after a foreign word: Hangul, kana and Han. */
const cjk = '\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー';

/** White space and `<` end every address. Quotes, CJK punctuation and fullwidth forms are never part of one unless encoded. */
const stop =
  '[\\s<\\u2018-\\u201f\\u2026\\u3000-\\u3004\\u3008-\\u3020\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]';

/** An end of every address, or CJK letters, which may be one. */
const stopOrRun = new RegExp(`${stop}|(?<run>[${cjk}]+)`, 'gu');

/** A mark that joins two words of an address, and the beginning of the word after it: `_운` in `3·1_운동`. */
const nextWord = new RegExp(`^[_\\-/=&#%+?][\\w%${cjk}]`, 'u');

/** Particles that are hardly ever a whole word of an address, in contrast to `나` or `이란`. */
const onlyParticle =
  /^(?:[을를은는이가에의와과도로만]|으로|에서|에게|부터|까지|처럼|(?:에|에서|으로|로)(?:는|도|만|의)|이?(?:다|며|고|라는|라고)|입니다)$/;

/**
 * Returns the bare address (`https://…`, `www.…`) at the beginning of a text, or an empty string. Takes time in proportion to the
 * length of the address.
 *
 * Follows the specification of GFM (https://github.github.com/gfm/#autolinks-extension-), which ends an address only at a space, and also ends it
 * where a sentence goes on directly after it in Hangul, kana, Han or their punctuation:
 *
 * - After an ASCII letter, such letters are no longer part of the address: `https://example.com/docs를`, `…/docs可以`. After a digit,
 *   particles are not: `…/v2를`, but `…/2024년`. Both are kept if another word follows: `…/K리그_1`.
 * - After `/`, `_`, `=` and the like, a word belongs to the address. A particle at its end stays, as it may be part of the word
 *   (`…/wiki/나란히`), unless it is all of the word: `…/docs/를`.
 * - After a closing bracket, a particle ends the address: `…/나란히_(동음이의)를`. If the bracket was opened before the address, every letter does.
 */
export function findBareAddress(text: string): string {
  if (!beginning.test(text)) return '';
  const address = trimEnd(text.slice(0, findEnd(text)));
  const lastLabels = hostOf(address).split('.').slice(-2).join('.');
  return lastLabels.includes('_') ? '' : address;
}

/** Returns the protocol and the host of an address. */
function hostOf(address: string): string {
  return host.exec(address)?.[0] ?? '';
}

/** Returns where an address ends, before punctuation is removed from its end. */
function findEnd(text: string): number {
  const { length: hostEnd } = hostOf(text);
  let openBrackets = 0;
  let counted = 0;
  for (const { index, groups: { run } = {} } of text.matchAll(stopOrRun)) {
    if (run === undefined) return index;
    openBrackets += countOpen(text.slice(counted, index));
    counted = index;
    const before = text.slice(index - 3, index);
    const after = text.slice(index + run.length, index + run.length + 3);
    const isEnd =
      index < hostEnd
        ? endsHost(before, after)
        : endsPath({ before, run, after, isBalanced: openBrackets >= 0 });
    if (isEnd) return index;
  }
  return text.length;
}

/** Returns whether a host ends before CJK letters. They are part of `한국.kr` and `kt한국.kr`, but not of `example.com에서`. */
function endsHost(before: string, after: string): boolean {
  return /[a-z\d]$/i.test(before) && !/^\.[a-z]/i.test(after);
}

/** CJK letters in an address. */
interface Run {
  /** The three characters before them. */
  before: string;
  run: string;
  /** The three characters after them. */
  after: string;
  /** Whether all brackets that are closed before them were opened in the address. */
  isBalanced: boolean;
}

function endsPath({ before, run, after, isBalanced }: Run): boolean {
  const word = run.normalize('NFC');
  if (/["'*\]]$/.test(before)) return true;
  if (before.endsWith(')')) return isJosa(word) || !isBalanced;
  if (nextWord.test(after)) return false;
  if (/(?:[a-z]|%[\da-f]{2})$/i.test(before)) return true;
  // 일 and 인 after a digit count days and people: `…/3월_1일`.
  if (/\d$/.test(before)) return (isJosa(word) && !/^[일인]$/.test(word)) || !/\p{Script=Hangul}/u.test(word);
  return onlyParticle.test(word);
}

/** Returns how many more brackets a text opens than it closes. */
function countOpen(text: string): number {
  return text.split('(').length - text.split(')').length;
}

/** Removes punctuation from the end of an address, and brackets that were opened before it. */
function trimEnd(address: string): string {
  let end = address.length;
  let openBrackets = countOpen(address);
  for (;;) {
    const last = address[end - 1] ?? '';
    if (last === ';') end -= /&[a-z]+;$/i.exec(address.slice(Math.max(0, end - 40), end))?.[0].length ?? 1;
    else if (last === ')' && openBrackets < 0) {
      openBrackets += 1;
      end -= 1;
    } else if (last !== '' && `?!.,:*_~'"]`.includes(last)) end -= 1;
    else return address.slice(0, end);
  }
}
