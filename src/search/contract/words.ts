/** A stretch of a word in one script, as it was written. */
export interface Run {
  text: string;
  script: 'hangul' | 'other';
}

/**
 * The words of a text: what white space parts, each with its place. Their numbers are the places that the index knows.
 * The text is taken as it is; each word may still need {@link normalise}.
 */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Characters of a run that count: no word that anybody asks for is longer, but data may be a megabyte without a blank. */
const longestRun = 64;

/** Characters of what stands between blanks that are looked at for runs. */
const longestWord = 4096;

/**
 * The runs of letters and digits of a normalised word, parted where its script changes; of what is very long, the
 * beginning. Names of languages that end in signs keep them as letters.
 *
 * @example
 * toRuns('RTP를')     // [{ text: 'RTP', script: 'other' }, { text: '를', script: 'hangul' }]
 * toRuns('C++')       // [{ text: 'Cplusplus', script: 'other' }]
 */
export function toRuns(word: string): Run[] {
  const spelled = word
    .slice(0, longestWord)
    // Letters that stand for signs in the index are signs here.
    .replace(/[\u01c0-\u01c3]/g, ' ')
    .replace(
      /(?<![\p{L}\p{N}\p{M}])([A-Za-z])(\+\+|#)(?![\p{Script=Latin}\p{N}\p{M}])/gu,
      (_all, letter: string, sign: string) => letter + (sign === '#' ? 'sharp' : 'plusplus'),
    );
  return (
    [...spelled.matchAll(runs)]
      // Accents alone, without a letter to stand on, are no word.
      .filter(([text]) => /[\p{L}\p{N}]/u.test(text))
      .map(([text, hangul]): Run => ({ text: cut(text), script: hangul === undefined ? 'other' : 'hangul' }))
  );
}

/** Hangul; numbers with points in them, such as versions; other letters and digits. */
const runs =
  /([가-힣ㄱ-ㆎ]+)|(?:[A-Za-z]*\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+?)(?=[가-힣ㄱ-ㆎ]|[^\p{L}\p{N}\p{M}]|$)/gu;

/** The beginning of a run, without half a character or a point at its end. */
function cut(run: string): string {
  return run.length <= longestRun ? run : run.slice(0, longestRun).replace(/[\ud800-\udbff.]$/, '');
}

/**
 * The terms of a run that is no Hangul: itself in lower case and without accents, the words that capitals show in it, and
 * the version without what stands behind its point.
 *
 * @example
 * latinTerms('getStaticPaths') // ['getstaticpaths', 'get', 'static', 'paths']
 * latinTerms('v3.0')           // ['v3.0', 'v3']
 */
export function latinTerms(run: string): string[] {
  const whole = fold(run);
  const version = /^[A-Za-z]+\d+(?=\.)/.exec(run)?.[0];
  const parts = [...(version === undefined ? [] : [version]), ...run.split(humps)].map(fold);
  return [...new Set([whole, ...parts.filter((part) => part.length > 1)])];
}

/** The term of a whole run: Hangul as it is, other words in lower case and without accents. */
export function wholeTerm({ text, script }: Run): string {
  return script === 'hangul' ? text : (latinTerms(text)[0] ?? text);
}

/** Where a capital begins a word within a word: get|Static, XML|Http. */
const humps = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** Lower case, and without the marks above and below letters, as Pagefind compares them and people leave them out. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}
