import { boldText } from './bold.ts';
import type { Weight } from './weight.ts';

/** How many pages show each character; ASCII, which every font holds, is not counted. */
export type Usage = Map<string, number>;

/** What each weight of the font must be able to show. */
export type GlyphUsage = Readonly<Record<Weight, Usage>>;

/** In every file that comes first, whatever the pages show: what scripts put in, and what the next edit most likely brings. */
const always: Readonly<Record<Weight, string>> = {
  regular: `${asciiPrintable()}“”‘’–—…·→×æøåÆØÅé`,
  bold: `${asciiPrintable()}“”‘’–—…·`,
};

/** Syllables of Hangul, precomposed (Unicode Standard, 3.12). */
const syllable = /^[가-힣]$/;

/** The files that a weight comes in: the characters of each, by code point. The first holds what most pages show. */
export type Files = readonly string[];

/**
 * Count a page into the usage of glyphs. The regular weight holds every character in the page's file, hidden or in an
 * attribute: what is in a page and never shown, such as a description, is shown in a list of another.
 */
export function countGlyphs(usage: GlyphUsage, html: string): void {
  countCharacters(usage.regular, html);
  countCharacters(usage.bold, boldText(html));
}

/** Count the characters of a text, each once. */
export function countCharacters(usage: Usage, text: string): void {
  // Without the ASCII that a page mostly is, a tenth is left to count.
  for (const character of new Set(text.match(/[^\0-\x7f]+/g)?.join(''))) {
    usage.set(character, (usage.get(character) ?? 0) + 1);
  }
}

/**
 * Split what is used into files of at most `perFile` syllables, by how many pages use each: most pages then need the
 * first file alone. What is no syllable is in the first.
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

/** Characters in the order of their code points, each once. */
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
