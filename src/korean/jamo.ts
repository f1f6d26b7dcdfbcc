import { disassemble } from 'es-hangul';

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
