import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fontFaces } from './font-face.ts';
import { splitGlyphs, weights, type Glyphs, type SliceSizes, type Weight } from './glyphs.ts';
import { createSubsetter, license } from './subset.ts';

/**
 * Numbers of syllables per file. A first file takes 5 KB for Latin and 70 to 80 bytes per syllable, so the first files of both
 * weights, which every page loads, are at most about 80 KB together. A later one takes 8 KB; the smaller they are, the fewer
 * bytes a page loads for a rare syllable, and the more files.
 */
const sliceSizes: Readonly<Record<Weight, SliceSizes>> = {
  regular: { first: 710, others: 100 },
  bold: { first: 300, others: 100 },
};

/** The fonts of a site. */
export interface Fonts {
  /** The files by name: fonts, whose names contain a content hash, and their license. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The `@font-face` rules. */
  rules: string;
  /** Names of the fonts that every page needs. */
  preloaded: readonly string[];
}

/**
 * Makes the fonts of a site: subsets with the characters that it uses.
 *
 * @param cache folder for subsets, reused by later builds
 */
export async function makeFonts(glyphs: Glyphs, cache: string): Promise<Fonts> {
  const subset = createSubsetter(cache);
  const files = new Map<string, Uint8Array>();
  let rules = '';
  const preloaded: string[] = [];
  for (const weight of weights) {
    const split = splitGlyphs(weight, glyphs[weight], sliceSizes[weight]);
    const names: string[] = [];
    for (const characters of split) {
      const font = await subset(weight, characters);
      const name = `narani-${weight}.${digest(font)}.woff2`;
      files.set(name, font);
      names.push(name);
    }
    rules += fontFaces(weight, split, names);
    preloaded.push(...names.slice(0, 1));
  }
  files.set('narani-licence.txt', await readFile(license));
  return { files, rules, preloaded };
}

/** A style sheet: its name in the folder of immutable files, and its text. */
export interface Sheet {
  name: string;
  css: string;
}

/** Prepends rules to a style sheet and renames it by its new content hash. */
export function addRules({ name, css }: Sheet, rules: string): Sheet {
  const added = rules + css;
  return { name: `${name.split('.')[0] ?? ''}.${digest(added)}.css`, css: added };
}

/**
 * Creates a function that updates the names of style sheets in a page and adds preload links for fonts after them.
 *
 * @param sheets new names by old ones
 * @param fonts names of the fonts to preload
 */
export function createRewriter(
  sheets: ReadonlyMap<string, string>,
  fonts: readonly string[],
): (html: string) => string {
  const link = /<link rel="stylesheet" href="([^"]*\/)([^"/]*)">/g;
  return (html) =>
    html.replace(link, (whole, folder: string, name: string) => {
      const renamed = sheets.get(name);
      if (renamed === undefined) return whole;
      const preloads = fonts.map(
        (font) => `<link rel="preload" as="font" type="font/woff2" href="${folder}${font}" crossorigin>`,
      );
      return `<link rel="stylesheet" href="${folder}${renamed}">${preloads.join('')}`;
    });
}

/** Returns a content hash for a file name, as short as Astro's. */
function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 8);
}
