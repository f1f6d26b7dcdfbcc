/** Font size in diagrams, in CSS pixels. It is readable on a phone, where wide diagrams scroll instead of shrinking. */
export const fontSize = 14;

/** Line height of labels, in pixels. */
export const lineHeight = 20;

/** Pretendard’s units per em. */
const unitsPerEm = 2048;

/** Advance widths of U+0020 to U+007E in Pretendard Regular 1.3.9, which a test compares with the font. */
const ascii = [
  514, 526, 776, 1228, 1244, 1766, 1248, 412, 698, 698, 964, 1284, 528, 886, 520, 684, 1220, 898, 1202, 1264,
  1278, 1222, 1256, 1130, 1242, 1256, 520, 520, 1284, 1284, 1284, 982, 1802, 1322, 1268, 1420, 1404, 1162,
  1140, 1452, 1446, 500, 1056, 1272, 1092, 1746, 1470, 1488, 1238, 1488, 1246, 1244, 1252, 1448, 1322, 1874,
  1254, 1298, 1218, 698, 684, 698, 906, 870, 960, 1096, 1210, 1084, 1210, 1132, 690, 1186, 1152, 446, 446,
  1058, 446, 1708, 1140, 1162, 1186, 1186, 716, 1016, 696, 1132, 1084, 1592, 1050, 1084, 1050, 698, 626, 698,
  1284,
];

/** Advance width of all Hangul syllables and jamo. */
const hangul = 1770;

/** Upper bounds of the advance widths of other characters, by class. */
const classes: readonly [RegExp, number][] = [
  [/\p{Script=Hangul}/u, hangul],
  [/\p{M}|\p{Cf}/u, 0],
  [/[·’‘‹›]/u, 520],
  [/[←-⇿①-⓿\u3200-\u33ff\p{Extended_Pictographic}]/u, 2800],
  [/[“”–«»°]/u, 1100],
  [/[×÷±−≤≥≠≈€]/u, 1300],
  [/\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u, 1900],
];

/** Upper bound of the ratio of widths in Bold and Regular. Hangul has the same width in both. */
const boldFactor = 1.2;

/** Returns the width of a text in Pretendard without kerning, in pixels. For bold text it is an upper bound. */
export function textWidth(text: string, isStrong = false): number {
  let units = 0;
  for (const character of text.normalize('NFC')) {
    const regular = advance(character);
    units += isStrong && regular !== hangul ? regular * boldFactor : regular;
  }
  return (units * fontSize) / unitsPerEm;
}

function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const known = ascii[code - 0x20];
  return known ?? classes.find(([pattern]) => pattern.test(character))?.[1] ?? unitsPerEm;
}

/** Returns the width of the widest line, in pixels. */
export function widest(lines: readonly string[], isStrong = false): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, isStrong)));
}
