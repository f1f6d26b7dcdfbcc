import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';

/** A moment in typing a text: what stands, and the syllable still being composed after it. */
export interface Keystroke {
  settled: string;
  composing: string;
}

/**
 * What stands in the field after each key of a two-set keyboard, in order. The last syllable is settled by what follows it.
 *
 * @example
 * keystrokesOf('나라').map(({ settled, composing }) => `${settled}|${composing}`) // ['|ㄴ', '|나', '|날', '나|라']
 */
export function keystrokesOf(text: string): Keystroke[] {
  const moments: Keystroke[] = [];
  let before = '';
  for (const [piece] of text.normalize('NFC').matchAll(/[가-힣ㄱ-ㅣ]+|[^가-힣ㄱ-ㅣ]/g)) {
    moments.push(
      ...(isHangul(piece) ? composeOf(piece, before) : [{ settled: before + piece, composing: '' }]),
    );
    before += piece;
  }
  return moments;
}

function composeOf(hangul: string, before: string): Keystroke[] {
  const keys = convertHangulToQwerty(hangul);
  return Array.from(keys, (_, index) => {
    const shown = convertQwertyToHangul(keys.slice(0, index + 1));
    return { settled: before + shown.slice(0, -1), composing: shown.slice(-1) };
  });
}

function isHangul(piece: string): boolean {
  return /^[가-힣ㄱ-ㅣ]/.test(piece);
}
