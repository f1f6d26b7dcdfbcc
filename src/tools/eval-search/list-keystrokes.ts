import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';

/** Contents of a field after a keystroke: the committed text, and after it the syllable that the input method is composing. */
interface Keystroke {
  committed: string;
  composing: string;
}

/**
 * Lists the contents of a field after each keystroke on a two-set Korean keyboard (두벌식). The next keystroke that cannot extend a
 * syllable commits it.
 *
 * @example
 * listKeystrokes('나라').map(({ committed, composing }) => `${committed}|${composing}`) // ['|ㄴ', '|나', '|날', '나|라']
 */
export function listKeystrokes(text: string): Keystroke[] {
  const keystrokes: Keystroke[] = [];
  let before = '';
  for (const [piece] of text.normalize('NFC').matchAll(/[가-힣ㄱ-ㅣ]+|[^가-힣ㄱ-ㅣ]/g)) {
    keystrokes.push(
      ...(isHangul(piece) ? listCompositions(piece, before) : [{ committed: before + piece, composing: '' }]),
    );
    before += piece;
  }
  return keystrokes;
}

function listCompositions(hangul: string, before: string): Keystroke[] {
  const keys = convertHangulToQwerty(hangul);
  return Array.from(keys, (_, index) => {
    const shown = convertQwertyToHangul(keys.slice(0, index + 1));
    return { committed: before + shown.slice(0, -1), composing: shown.slice(-1) };
  });
}

function isHangul(piece: string): boolean {
  return /^[가-힣ㄱ-ㅣ]/.test(piece);
}
