/** Words in Hangul, with the digits, spaces and punctuation between them. */
const hangulWords = /(\p{Script=Hangul}(?:[\p{Script=Hangul}\p{N}\s,.:!?·…~'’-]*\p{Script=Hangul})?)/u;

/** A part of a text: words in Hangul, or everything between them. */
interface TextPart {
  text: string;
  isHangul: boolean;
}

/**
 * Splits a text into words in Hangul and other text, so that pages in other languages can mark the former as Korean (WCAG 2.2, 3.1.2,
 * Language of Parts).
 *
 * @example
 * splitHangul('Say 나란히 now')
 * // [{ text: 'Say ', isHangul: false }, { text: '나란히', isHangul: true }, { text: ' now', isHangul: false }]
 */
export function splitHangul(text: string): TextPart[] {
  return text
    .split(hangulWords)
    .map((part, index) => ({ text: part, isHangul: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
