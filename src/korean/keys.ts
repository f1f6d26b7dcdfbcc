import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';

/**
 * What keys typed on the Korean layout (두벌식, KS X 5002) would have been on the English one; what is no Hangul stays.
 *
 * @example
 * hangulToKeys('새ㅔ') // 'top'
 */
export function hangulToKeys(text: string): string {
  return convertHangulToQwerty(text);
}

/**
 * What keys typed on the English layout would have been on the Korean one, or nothing where they make no Hangul.
 *
 * @example
 * keysToHangul('epsakzm') // '덴마크'
 */
export function keysToHangul(keys: string): string | undefined {
  try {
    return keys.replace(/[A-Za-z]+/g, (run) => convertQwertyToHangul(unshift(run)));
  } catch {
    // `convertQwertyToHangul` throws at some runs of vowels, as in “HorizontalPodAutoscaler”.
    return undefined;
  }
}

/** Shift changes seven letters of the Korean layout; the others are the same with it. */
function unshift(keys: string): string {
  return keys.replace(/[^QWERTOP]/g, (key) => key.toLowerCase());
}
