import { disassemble, getChoseong } from 'es-hangul';

/** Whether a text is nothing but syllables and jamo of Hangul, and not empty. */
export function isHangul(text: string): boolean {
  return /^[가-힣ㄱ-ㆎ]+$/.test(text);
}

/** Whether a text is nothing but jamo that stand alone, and not empty: `ㅋ`, `ㅏ`. */
export function isJamo(text: string): boolean {
  return /^[ㄱ-ㆎ]+$/.test(text);
}

/** Jamo of characters met before: texts are made of few different ones. */
const known = new Map<string, string>();

/**
 * A text with its Hangul as the letters it is typed with, one after the other; what is no Hangul stays. A syllable that
 * is still being composed has the first letters of the finished one, and a slip of the finger is a slip of one letter.
 *
 * @example
 * toJamo('덴마크') // 'ㄷㅔㄴㅁㅏㅋㅡ'
 * toJamo('덴맠')   // 'ㄷㅔㄴㅁㅏㅋ'
 */
export function toJamo(text: string): string {
  let jamo = '';
  for (const character of text) {
    let of = known.get(character);
    if (of === undefined) {
      of = /[가-힣ㄱ-ㆎ]/.test(character) ? disassemble(character) : character;
      known.set(character, of);
    }
    jamo += of;
  }
  return jamo;
}

/**
 * A text with each syllable replaced by its choseong (초성, initial consonant); everything else stays.
 *
 * @example
 * toChoseong('RTP 패킷') // 'RTP ㅍㅋ'
 */
export function toChoseong(text: string): string {
  // `getChoseong` drops what is no syllable, so it is given syllables alone.
  return text.replace(/[가-힣]+/g, getChoseong);
}

/** Whether a text is nothing but consonants that can begin a syllable, and not empty. */
export function isChoseong(text: string): boolean {
  return /^[ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ]+$/.test(text);
}
