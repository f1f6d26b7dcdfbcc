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
const syllable = /^[가-힣]$/;

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
 * Splits characters into files. If there are at most `perFile` syllables, one file has them all. Otherwise a syllable's place in
 * the order of common syllables decides its file, at most `perFile` of them in each, so that most pages need only the first file
 * and a file changes only with its own characters. The first file also has all characters that are not Hangul syllables.
 */
export function splitGlyphs(weight: Weight, characters: string, perFile: number): Files {
  const { yes: syllables = [], no: others = [] } = Object.groupBy(characters, (each) =>
    syllable.test(each) ? 'yes' : 'no',
  );
  const isSmall = syllables.length <= perFile;
  const slices = Map.groupBy(syllables, (each) => (isSmall ? 0 : Math.floor(placeOf(each) / perFile)));
  const [first = [], ...rest] = [...new Map([[0, slices.get(0) ?? []], ...slices])]
    .sort(([a], [b]) => a - b)
    .map(([, slice]) => slice);
  return [[...Array.from(always[weight]), ...others, ...first], ...rest].map(sortText);
}

let places: ReadonlyMap<string, number> | undefined;

/** Returns the place of a syllable in the order of how common they are. All uncommon ones follow in the order of Unicode. */
function placeOf(character: string): number {
  places ??= new Map(Array.from(commonSyllables, (each, place) => [each, place]));
  const firstSyllable = 0xac00;
  return places.get(character) ?? places.size + (character.codePointAt(0) ?? 0) - firstSyllable;
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
