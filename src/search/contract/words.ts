/** A part of a word in one script, as written. */
export interface Run {
  text: string;
  script: 'hangul' | 'other';
}

/**
 * Splits a text into words at white space. The index of a word is its position in the search index. The words still
 * need {@link normalize}.
 */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Maximum number of characters in a run. No real word is longer, but data may be a megabyte without a space. */
const longestRun = 64;

/** Number of characters of a word that are scanned for runs. */
const longestWord = 4096;

/**
 * Splits a normalized word into runs of letters and digits in one script. Long runs are truncated. Names of programming
 * languages that end in punctuation keep it, spelled out.
 *
 * @example
 * toRuns('RTP를')     // [{ text: 'RTP', script: 'other' }, { text: '를', script: 'hangul' }]
 * toRuns('C++')       // [{ text: 'Cplusplus', script: 'other' }]
 */
export function toRuns(word: string): Run[] {
  const [, hangul, other = hangul] = oneRun.exec(word) ?? [];
  if (other !== undefined) return [{ text: cut(other), script: other === hangul ? 'hangul' : 'other' }];
  const spelled = word
    .slice(0, longestWord)
    // The encoding for Pagefind reserves these letters.
    .replace(/[\u01c0-\u01c3]/g, ' ')
    .replace(
      /(?<![\p{L}\p{N}\p{M}])([A-Za-z])(\+\+|#)(?![\p{Script=Latin}\p{N}\p{M}])/gu,
      (_all, letter: string, sign: string) => letter + (sign === '#' ? 'sharp' : 'plusplus'),
    );
  return (
    [...spelled.matchAll(runs)]
      // Combining marks without a base letter are not a word.
      .filter(([text]) => /[\p{L}\p{N}]/u.test(text))
      .map(([text, hangul]): Run => ({ text: cut(text), script: hangul === undefined ? 'other' : 'hangul' }))
  );
}

/** A word of one run with punctuation around it, as most are: it takes a tenth of the time of `runs`. */
const oneRun = /^[!"$-*,-/:-@[-`{-~]*(?:([가-힣]+)|([A-Za-z\d]+))[!"$-*,-/:-@[-`{-~]*$/;

/** Hangul; numbers with periods, such as versions; other letters and digits. */
const runs =
  /([가-힣ㄱ-ㆎ]+)|(?:[A-Za-z]*\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+?)(?=[가-힣ㄱ-ㆎ]|[^\p{L}\p{N}\p{M}]|$)/gu;

/** Truncates a run, without splitting a surrogate pair or leaving a period at the end. */
function cut(run: string): string {
  return run.length <= longestRun ? run : run.slice(0, longestRun).replace(/[\ud800-\udbff.]$/, '');
}

/**
 * Returns the terms of a run that isn't Hangul: the whole, case-folded and without accents; its camelCase parts; a version without its
 * letter, and without its last numbers; a number and its unit; and the {@link bigrams} of a run in Han or kana.
 *
 * @example
 * latinTerms('getStaticPaths') // ['getstaticpaths', 'get', 'static', 'paths']
 * latinTerms('v1.2.3')         // ['v1.2.3', 'v1.2', 'v1', '1.2.3', '1.2']
 * latinTerms('民國憲法')        // ['民國憲法', '民國', '國憲', '憲法']
 */
export function latinTerms(run: string): string[] {
  if (isOnePart.test(run)) return [run.toLowerCase()];
  const whole = fold(run);
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([A-Za-z]{1,3}\d?)$/.exec(run) ?? [];
  const parts = [...shorterVersions(run), ...run.split(camelCaseBoundary), unit].map(fold);
  const words = [...parts.filter((part) => part.length > 1), ...(number === undefined ? [] : [number])];
  return [...new Set([whole, ...words, ...bigrams(whole)])];
}

/** Returns a version number without its last numbers, and without the letter before it. A number without a letter keeps two parts. */
function shorterVersions(run: string): string[] {
  const [, letter = '', number] = /^([A-Za-z]*)(\d+(?:\.\d+)+)$/.exec(run) ?? [];
  if (number === undefined) return [];
  const numbers = number.split('.');
  const shorter = numbers.map((_, last) => numbers.slice(0, numbers.length - last).join('.'));
  const bare = shorter.filter((each) => each.includes('.'));
  return letter === '' ? bare : [...shorter.map((each) => letter + each), ...bare];
}

/** Number of characters of a run in Han or kana that are split into parts. */
const longestSplit = 32;

/**
 * Returns each two adjacent characters of a run in Han or kana, which has no spaces between words: most words have two, and longer ones
 * consist of them. Returns nothing for another run.
 *
 * @example
 * bigrams('大韓民國') // ['大韓', '韓民', '民國']
 */
export function bigrams(run: string): string[] {
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}$/u.test(run)) return [];
  const characters = Array.from(run).slice(0, longestSplit);
  return characters.slice(1).map((character, before) => (characters[before] ?? '') + character);
}

/** A word without capitals in it, accents or a period, as most are. */
const isOnePart = /^(?:[A-Z]?[a-z][a-z\d]*|[A-Z][A-Z\d]*|\d+)$/;

/** Returns the term of a whole run: Hangul unchanged, other words case-folded and without accents. */
export function wholeTerm({ text, script }: Run): string {
  return script === 'hangul' ? text : (latinTerms(text)[0] ?? text);
}

/** A word boundary within a camelCase word: get|Static, XML|Http. */
const camelCaseBoundary = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** Folds case and removes diacritics, as Pagefind does and as people type. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[øœæßłđðþıŋħŧ]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Letters that Unicode doesn’t decompose, as people type them who lack the key. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  ŧ: 't',
};
