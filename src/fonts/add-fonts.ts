import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { family, fontFaces } from './font-face.ts';
import {
  countCharacters,
  countGlyphs,
  splitGlyphs,
  weights,
  type GlyphUsage,
  type Weight,
} from './glyphs.ts';
import { createSubsetter, license } from './subset.ts';

/** Astro's folder for immutable files, whose names contain a content hash (except for the license's). */
const assets = '_astro';

/**
 * Maximum number of syllables in a file. A file takes 5 KB for Latin and 70 bytes per syllable, so the first files of both
 * weights, which are all that most pages load, are about 80 KB together.
 */
const syllablesPerFile: Readonly<Record<Weight, number>> = { regular: 710, bold: 300 };

/** Fonts written to a site. */
interface WrittenFonts {
  /** The `@font-face` rules. */
  rules: string;
  /** File names, in the assets folder, of the fonts that every page needs. */
  preloaded: readonly string[];
}

/**
 * Adds the font to a built site: subsets with the glyphs that its pages use, `@font-face` rules in its style sheet, and
 * preload links in the head of every page.
 *
 * @param site folder of the built site, which is modified
 * @param cache folder for subsets, reused by later builds
 */
export async function addFonts(site: string, cache: string): Promise<void> {
  const sheets = await findSheets(site);
  const pages = await findPages(site);
  const written = await writeFonts(site, cache, await readUsage(site, pages, sheets));
  const renamed = await Promise.all(sheets.map((sheet) => addRules(sheet, written.rules)));
  const rewrite = createRewriter(new Map(renamed), written.preloaded);
  await forEach(pages, async (page) => {
    const html = await readFile(page, 'utf8');
    await writeFile(page, rewrite(html));
  });
}

/** Finds the style sheets that use the font family. */
async function findSheets(site: string): Promise<string[]> {
  const sheets: string[] = [];
  for (const file of await findAssets(site, '.css')) {
    if ((await readFile(file, 'utf8')).includes(family)) sheets.push(file);
  }
  if (sheets.length === 0) throw new Error(`No style sheet uses the font family ${family}`);
  return sheets;
}

async function findAssets(site: string, extension: string): Promise<string[]> {
  const folder = path.join(site, assets);
  const files = (await readdir(folder)).filter((name) => name.endsWith(extension)).sort();
  return files.map((name) => path.join(folder, name));
}

/** Finds the scripts with interface strings. They are named after a locale, as a folder of the site is. */
async function findDictionaries(site: string): Promise<string[]> {
  const folders = await readdir(site);
  const scripts = await findAssets(site, '.js');
  return scripts.filter((script) => folders.includes(path.basename(script).split('.')[0] ?? ''));
}

async function findPages(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  return files
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => path.join(site, name));
}

async function readUsage(
  site: string,
  pages: readonly string[],
  sheets: readonly string[],
): Promise<GlyphUsage> {
  const usage: GlyphUsage = { regular: new Map(), bold: new Map() };
  await forEach(pages, async (page) => {
    countGlyphs(usage, await readFile(page, 'utf8'));
  });
  for (const sheet of sheets) {
    // Text inserted by `content` may be in either weight.
    const css = await readFile(sheet, 'utf8');
    for (const weight of weights) countCharacters(usage[weight], css);
  }
  for (const script of await findDictionaries(site))
    countCharacters(usage.regular, await readFile(script, 'utf8'));
  return usage;
}

async function writeFonts(site: string, cache: string, usage: GlyphUsage): Promise<WrittenFonts> {
  const subset = await createSubsetter(cache);
  const folder = path.join(site, assets);
  let rules = '';
  const preloaded: string[] = [];
  for (const weight of weights) {
    const files = splitGlyphs(weight, usage[weight], syllablesPerFile[weight]);
    const names: string[] = [];
    for (const characters of files) {
      const font = await subset(weight, characters);
      const name = `narani-${weight}.${digest(font)}.woff2`;
      await writeFile(path.join(folder, name), font);
      names.push(name);
    }
    rules += fontFaces(weight, files, names);
    preloaded.push(...names.slice(0, 1));
  }
  await copyFile(license, path.join(folder, 'narani-licence.txt'));
  return { rules, preloaded };
}

/** Prepends rules to a style sheet and renames it by its new content hash. Returns its old and new name. */
async function addRules(sheet: string, rules: string): Promise<[before: string, after: string]> {
  const css = rules + (await readFile(sheet, 'utf8'));
  const before = path.basename(sheet);
  const after = `${before.split('.')[0] ?? ''}.${digest(css)}.css`;
  await writeFile(path.join(path.dirname(sheet), after), css);
  if (after !== before) await rm(sheet);
  return [before, after];
}

/** Creates a function that updates the names of style sheets in a page and adds preload links for fonts after them. */
function createRewriter(
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

/** Processes all files with limited concurrency: enough to keep the disk busy, few enough to fit in memory. */
async function forEach(files: readonly string[], work: (file: string) => Promise<void>): Promise<void> {
  const left = files.values();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const file of left) await work(file);
    }),
  );
}

/** Returns a content hash for a file name, as short as Astro's. */
function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 8);
}
