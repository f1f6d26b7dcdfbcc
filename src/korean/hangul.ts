/** Whether a text is nothing but syllables and jamo of Hangul, and not empty. */
export function isHangul(text: string): boolean {
  return /^[가-힣ㄱ-ㆎ]+$/.test(text);
}

/** Whether a text is nothing but jamo that stand alone, and not empty: `ㅋ`, `ㅏ`. */
export function isJamo(text: string): boolean {
  return /^[ㄱ-ㆎ]+$/.test(text);
}
