import type { Files } from './glyphs.ts';
import type { Weight } from './weight.ts';

/** The name that style sheets call the site's font by. */
export const family = 'Narani Sans';

const cssWeights: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

/**
 * The `@font-face` rules of a weight whose files hold the given characters and lie at the given addresses.
 *
 * The first file has no `unicode-range`: browsers ask the rules from the last to the first
 * (CSS Fonts 4, 4.5 “Composite faces”), so that it is left with what no other one claims.
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
 * The shortest `unicode-range` that holds these characters and no other that is used: a range runs on over characters
 * that no page shows.
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
