import { getChoseong } from 'es-hangul';

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
