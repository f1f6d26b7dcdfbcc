import { disassemble, getChoseong } from 'es-hangul';

/** Returns whether a text consists only of Hangul syllables and jamo (자모, letters) and is not empty. */
export function isHangul(text: string): boolean {
  return /^[가-힣ㄱ-ㆎ]+$/.test(text);
}

/** Cache of decomposed characters. */
const cache = new Map<string, string>();

/**
 * Decomposes Hangul syllables into the jamo they are typed with; other characters are unchanged. In this form, a syllable that is still
 * being typed is a prefix of the finished one, and a typing error changes one letter.
 *
 * @example
 * toJamo('덴마크') // 'ㄷㅔㄴㅁㅏㅋㅡ'
 * toJamo('덴맠')   // 'ㄷㅔㄴㅁㅏㅋ'
 */
export function toJamo(text: string): string {
  let jamo = '';
  for (const character of text) {
    let of = cache.get(character);
    if (of === undefined) {
      of = /[가-힣ㄱ-ㆎ]/.test(character) ? disassemble(character) : character;
      cache.set(character, of);
    }
    jamo += of;
  }
  return jamo;
}

/**
 * Replaces each syllable of a text by its choseong (초성, initial consonant); other characters are unchanged.
 *
 * @example
 * toChoseong('RTP 패킷') // 'RTP ㅍㅋ'
 */
export function toChoseong(text: string): string {
  // `getChoseong` drops other characters, so it gets only syllables.
  return text.replace(/[가-힣]+/g, getChoseong);
}

/** Returns whether a text consists only of consonants that can begin a syllable and is not empty. */
export function isChoseong(text: string): boolean {
  return /^[ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ]+$/.test(text);
}

/**
 * Maps a conjoining jamo that stands alone to the compatibility jamo that keyboards type; NFKC only maps the other way.
 * Obsolete jamo are left unchanged.
 */
export function toTypedJamo(jamo: string): string {
  return typedJamo.get(jamo) ?? jamo;
}

/** Modern compatibility jamo (U+3131 to U+3163) by conjoining jamo. */
const typedJamo: ReadonlyMap<string, string> = new Map(
  [
    ['\u1100', 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'],
    ['\u1161', 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'],
    ['\u11a8', 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'],
  ].flatMap(([first = '', letters = '']) =>
    Array.from(letters, (letter, index): [string, string] => [
      String.fromCharCode(first.charCodeAt(0) + index),
      letter,
    ]),
  ),
);
