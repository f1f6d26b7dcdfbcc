import { boldText } from './bold.ts';

/** The two weights of the site, 400 and 700; style sheets use no others. */
export const weights = ['regular', 'bold'] as const;

export type Weight = (typeof weights)[number];

/** The number of pages that use each character. ASCII is not counted, because it is in every subset. */
export type Usage = Map<string, number>;

/** The characters used in each weight. */
export type GlyphUsage = Readonly<Record<Weight, Usage>>;

/** Characters of every first file: text inserted by scripts, and what the next edit is likely to need. */
const always: Readonly<Record<Weight, string>> = {
  regular: `${asciiPrintable()}“”‘’–—…·→×æøåÆØÅé`,
  bold: `${asciiPrintable()}“”‘’–—…·`,
};

/** Precomposed Hangul syllables (Unicode Standard, 3.12). */
const syllable = /^[가-힣]$/;

/** The files of a weight: the characters of each, sorted by code point. The first file has the most used ones. */
export type Files = readonly string[];

/**
 * Adds the characters of a page to the usage. The regular weight includes hidden text and attributes: text that this page
 * doesn't show, such as its description, is shown in lists on other pages.
 */
export function countGlyphs(usage: GlyphUsage, html: string): void {
  countCharacters(usage.regular, html);
  countCharacters(usage.bold, boldText(html));
}

/** Adds the distinct characters of a text to the usage. */
export function countCharacters(usage: Usage, text: string): void {
  // Dropping ASCII first leaves only about a tenth of a page to count.
  for (const character of new Set(text.match(/[^\0-\x7f]+/g)?.join(''))) {
    usage.set(character, (usage.get(character) ?? 0) + 1);
  }
}

/**
 * Splits the used characters into files of at most `perFile` syllables, most used first, so that most pages need only the
 * first file. It also has all characters that are not Hangul syllables.
 */
export function splitGlyphs(weight: Weight, usage: Usage, perFile: number): Files {
  const [syllables, others] = partition(usage.keys());
  const pages = (each: string): number => usage.get(each) ?? 0;
  syllables.sort((a, b) => pages(b) - pages(a) || (a < b ? -1 : 1));
  const [first = '', ...rest] = chunk(syllables, perFile);
  return [always[weight] + others.join('') + first, ...rest].map(sortText);
}

function partition(characters: Iterable<string>): [syllables: string[], others: string[]] {
  const { yes = [], no = [] } = Object.groupBy(characters, (each) => (syllable.test(each) ? 'yes' : 'no'));
  return [yes, no];
}

function chunk(characters: readonly string[], size: number): string[] {
  const count = Math.ceil(characters.length / size);
  return Array.from({ length: count }, (_, nth) => characters.slice(nth * size, (nth + 1) * size).join(''));
}

/** Removes duplicates and sorts by code point. */
function sortText(characters: string): string {
  return [...new Set(characters)]
    .map((each) => each.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('');
}

function asciiPrintable(): string {
  return Array.from({ length: 0x7f - 0x20 }, (_, nth) => String.fromCodePoint(0x20 + nth)).join('');
}
