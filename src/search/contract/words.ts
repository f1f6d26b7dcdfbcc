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
    /(?<![\p{L}\p{N}])([A-Za-z])(\+\+|#)(?![\p{Script=Latin}\p{N}])/gu,
    (_all, letter: string, sign: string) => letter + (sign === '#' ? 'sharp' : 'plusplus'),
  );
  return [
    ...spelled.matchAll(/([가-힣ㄱ-ㆎ]+)|([\p{L}\p{N}\p{M}]+?)(?=[가-힣ㄱ-ㆎ]|[^\p{L}\p{N}\p{M}]|$)/gu),
  ].map(([text, hangul]): Run => ({ text, script: hangul === undefined ? 'other' : 'hangul' }));
}

/**
 * The terms of a run that is no Hangul: itself in lower case and without accents, and the words that capitals show in it.
 *
 * @example
 * latinTerms('getStaticPaths') // ['getstaticpaths', 'get', 'static', 'paths']
 */
export function latinTerms(run: string): string[] {
  const whole = fold(run);
  const parts = run.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u).map(fold);
  return parts.length === 1 ? [whole] : [...new Set([whole, ...parts.filter((part) => part.length > 1)])];
}

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
