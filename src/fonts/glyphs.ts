import { boldText } from './bold.ts';
import { commonSyllables } from './common-syllables.ts';

/** The two weights of the site, 400 and 700; style sheets use no others. */
export const weights = ['regular', 'bold'] as const;

export type Weight = (typeof weights)[number];

/** The distinct characters used in each weight, sorted by code point. ASCII is left out, because it is in every subset. */
export type Glyphs = Readonly<Record<Weight, string>>;

/** Characters of every first file: text inserted by scripts, and what the next edit is likely to need. */
const always: Readonly<Record<Weight, string>> = {
  regular: `${asciiPrintable()}“”‘’–—…·→×æøåÆØÅé`,
  bold: `${asciiPrintable()}“”‘’–—…·`,
};

/** Precomposed Hangul syllables (Unicode Standard, 3.12). */
const syllables = /[가-힣]/g;

/** Numbers of syllables in the first slice of their order, and in each of the others. */
export interface SliceSizes {
  first: number;
  others: number;
}

/** The files of a weight: the characters of each, sorted by code point. The first file has the most common ones. */
export type Files = readonly string[];

/**
 * Returns the characters of a page. The regular weight includes hidden text and attributes: text that this page doesn't show,
 * such as its description, is shown in lists on other pages.
 */
export function glyphsIn(html: string): Glyphs {
  return { regular: charactersIn(html), bold: charactersIn(boldText(html)) };
}

/** Returns the characters of a style sheet: text inserted by `content` may be in either weight. */
export function glyphsInSheet(css: string): Glyphs {
  const characters = charactersIn(css);
  return { regular: characters, bold: characters };
}

/** Returns the characters of a script with interface strings, which are regular. */
export function glyphsInScript(script: string): Glyphs {
  return { regular: charactersIn(script), bold: '' };
}

/** Returns the characters that any of these have. */
export function uniteGlyphs(all: readonly Glyphs[]): Glyphs {
  const unite = (weight: Weight): string => {
    const characters = new Set<string>();
    for (const glyphs of all) for (const character of glyphs[weight]) characters.add(character);
    return sortText(characters);
  };
  return { regular: unite('regular'), bold: unite('bold') };
}

function charactersIn(text: string): string {
  // Dropping ASCII first leaves only about a tenth of a page to look at.
  return sortText(new Set(text.match(/[^\0-\x7f]+/g)?.join('')));
}

/**
 * Splits characters into files. If at most `sizes.first` of them are syllables, one file has them all and no other
 * syllables.
 *
 * With more, the order of all syllables is cut into slices, and every file has a whole slice. The fonts then depend only on
 * which slices a site uses, so that other words seldom change them. The first file has the most common syllables, used or not,
 * and the characters that are no syllables.
 */
export function splitGlyphs(weight: Weight, characters: string, sizes: SliceSizes): Files {
  const used = new Set(characters.match(syllables));
  const others = always[weight] + characters.replace(syllables, '');
  if (used.size <= sizes.first) return [sortText(others + [...used].join(''))];
  const [first = '', ...slices] = sliceSyllables(sizes);
  const later = slices.filter((slice) => Array.from(slice).some((each) => used.has(each)));
  return [sortText(others + first), ...later.map(sortText)];
}

/** Cuts all Hangul syllables into slices, the most common first. Uncommon ones follow in the order of Unicode. */
function sliceSyllables({ first, others }: SliceSizes): string[] {
  const firstSyllable = 0xac00;
  const all = Array.from({ length: 11_172 }, (_, nth) => String.fromCodePoint(firstSyllable + nth));
  const order = [...new Set(commonSyllables + all.join(''))].join('');
  return [order.slice(0, first), ...(order.slice(first).match(new RegExp(`.{1,${others}}`, 'g')) ?? [])];
}

/** Removes duplicates and sorts by code point. */
function sortText(characters: Iterable<string>): string {
  return [...new Set(characters)]
    .map((each) => each.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('');
}

function asciiPrintable(): string {
  return Array.from({ length: 0x7f - 0x20 }, (_, nth) => String.fromCodePoint(0x20 + nth)).join('');
}
