/**
 * A text as both sides of search compare it: composed Hangul, half-width Latin, jamo as they are typed, nothing that
 * has no width. Case is kept: where one word begins within another shows in it. Araea (ㆍ), which Koreans type as a middle
 * dot (시간ㆍ장소), is one.
 *
 * @example
 * normalise('ＲＴＰ\u3000덴마크') // 'RTP 덴마크'
 */
export function normalise(text: string): string {
  return (
    text
      // Blanks besides, of which two count as letters of Hangul.
      .replace(/[\u3000\u3164\uffa0]/g, ' ')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[\uffa1-\uffdc]/g, (narrow) => conjoiningToJamo(narrow.normalize('NFKC')))
      .normalize('NFC')
      .replace(/[\u318d\u119e]/g, '·')
      .replace(/[\u1100-\u11ff]/g, conjoiningToJamo)
  );
}

/**
 * A conjoining jamo that stands alone as the letter of the same shape that is typed: NFKC knows only the other way.
 * Obsolete ones stay as they are.
 */
function conjoiningToJamo(jamo: string): string {
  return typedJamo.get(jamo) ?? jamo;
}

/** Modern letters of Hangul as keyboards give them (U+3131 to U+3163), by what they are within a decomposed syllable. */
const typedJamo: ReadonlyMap<string, string> = new Map(
  [
    ['\u1100', 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'],
    ['\u1161', 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'],
    ['\u11a8', 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'],
  ].flatMap(([first = '', letters = '']) =>
    Array.from(letters, (letter, index): [string, string] => [
      String.fromCharCode(first.charCodeAt(0) + index),
      letter,
    ]),
  ),
);
