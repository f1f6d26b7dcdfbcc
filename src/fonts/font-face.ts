import type { Files, Weight } from './glyphs.ts';

/** The font family that style sheets use. */
export const family = 'Narani Sans';

const cssWeights: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

/**
 * Returns the `@font-face` rules of a weight.
 *
 * The first file has no `unicode-range`. Browsers try the rules from last to first (CSS Fonts 4, 4.5 “Composite faces”), so
 * it is used for all characters that are in no other file.
 *
 * @param files the characters of each file
 * @param addresses the URL of each file
 */
export function fontFaces(weight: Weight, files: Files, addresses: readonly string[]): string {
  const used = files.join('');
  return files
    .map((characters, nth) => {
      const range = nth === 0 ? '' : `;unicode-range:${unicodeRange(characters, used)}`;
      return `@font-face{font-family:${family};font-weight:${cssWeights[weight]};font-display:swap;src:url(${addresses[nth]})format("woff2")${range}}`;
    })
    .join('');
}

/**
 * Returns the shortest `unicode-range` that includes these characters and excludes all others in use. Its ranges extend over
 * characters that no page uses.
 *
 * @example
 * unicodeRange('acx', 'abcx') // 'U+61,U+63-78'
 */
export function unicodeRange(characters: string, used: string): string {
  const own = new Set(characters);
  const ranges: { first: string; last: string }[] = [];
  let isOpen = false;
  for (const character of [...new Set(used)].sort(byCodePoint)) {
    const range = ranges.at(-1);
    if (!own.has(character)) isOpen = false;
    else if (isOpen && range !== undefined) range.last = character;
    else {
      ranges.push({ first: character, last: character });
      isOpen = true;
    }
  }
  return ranges.map(({ first, last }) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(',');
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
}
