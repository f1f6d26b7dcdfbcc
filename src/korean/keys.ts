import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';

/**
 * Converts text typed on the Korean keyboard layout (두벌식, KS X 5002) to the same keys on the English layout. Other characters are unchanged.
 *
 * @example
 * hangulToKeys('새ㅔ') // 'top'
 */
export function hangulToKeys(text: string): string {
  return convertHangulToQwerty(text);
}

/**
 * Converts text typed on the English keyboard layout to the same keys on the Korean one, or returns `undefined` if they can’t be Hangul.
 *
 * @example
 * keysToHangul('epsakzm') // '덴마크'
 */
export function keysToHangul(keys: string): string | undefined {
  try {
    return keys.replace(/[A-Za-z]+/g, (run) => convertQwertyToHangul(unshift(run)));
  } catch {
    // `convertQwertyToHangul` throws an error for some sequences of vowels, as in “HorizontalPodAutoscaler”.
    return undefined;
  }
}

/** Removes Shift from keys on which it makes no difference in the Korean layout: all but seven. */
function unshift(keys: string): string {
  return keys.replace(/[^QWERTOP]/g, (key) => key.toLowerCase());
}
