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

/**
 * The runs of letters and digits of a normalised word, parted where its script changes. Names of languages that end in
 * signs keep them as letters.
 *
 * @example
 * toRuns('RTP를')     // [{ text: 'RTP', script: 'other' }, { text: '를', script: 'hangul' }]
 * toRuns('C++')       // [{ text: 'Cplusplus', script: 'other' }]
 */
export function toRuns(word: string): Run[] {
  const spelled = word.replace(
    /(?<![\p{L}\p{N}\p{M}])([A-Za-z])(\+\+|#)(?![\p{Script=Latin}\p{N}\p{M}])/gu,
    (_all, letter: string, sign: string) => letter + (sign === '#' ? 'sharp' : 'plusplus'),
  );
  return [...spelled.matchAll(runs)].flatMap(([text, hangul]): Run[] => {
    if (hangul !== undefined) return [{ text, script: 'hangul' }];
    // Accents alone, without a letter to stand on, are no word.
    return /[\p{L}\p{N}]/u.test(text) ? [{ text, script: 'other' }] : [];
  });
}

/** Hangul; numbers with points in them, such as versions; other letters and digits. */
const runs =
  /([가-힣ㄱ-ㆎ]+)|(?:[A-Za-z]*\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+?)(?=[가-힣ㄱ-ㆎ]|[^\p{L}\p{N}\p{M}]|$)/gu;

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

/** Where a capital begins a word within a word: get|Static, XML|Http. */
const humps = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** Lower case, and without the accents that people leave out as they type; what has no other form stays. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .normalize('NFC')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}
