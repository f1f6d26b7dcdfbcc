import { romanize as romanizeHangul } from 'es-hangul';

/**
 * Writes Hangul in Latin letters, as it is pronounced, by the Revised Romanization (국어의 로마자 표기법, 2000). Other characters are
 * unchanged.
 *
 * @example
 * romanize('왕십리') // 'wangsimni'
 */
export function romanize(text: string): string {
  return text.normalize('NFC').replace(/[가-힣]+/g, (word) => romanizeHangul(word));
}
