import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { family, fontFaces } from './font-face.ts';
import { countCharacters, countGlyphs, splitGlyphs, type GlyphUsage } from './glyphs.ts';
import { createSubsetter, licence } from './subset.ts';
import { weights, type Weight } from './weight.ts';

/** Where Astro puts what may be kept for ever: a name there holds a digest of the content, but for the licence’s. */
const assets = '_astro';

/**
 * Syllables a file may hold. A file begins at 5 KB for Latin and takes 70 bytes for a syllable, so that the first of
 * both weights, all that most pages load, come to about 80 KB.
 */
const syllablesPerFile: Readonly<Record<Weight, number>> = { regular: 710, bold: 300 };

/** What a site's own font has added to it. */
interface Added {
  /** The `@font-face` rules. */
  rules: string;
  /** Names, within the folder of assets, of the files that every page needs. */
  needed: readonly string[];
}

/**
 * Give a built site its font: as many glyphs as its pages show, the rules in its style sheet, and in every page's head
 * the files to begin loading at once.
 *
 * @param site folder of the built site, which is changed
 * @param cache folder in which subsets are kept from one build to the next
 */
export async function putFontsIn(site: string, cache: string): Promise<void> {
  const sheets = await findSheets(site);
  const pages = await findPages(site);
  const added = await addFonts(site, cache, await readUsage(site, pages, sheets));
  const renamed = await Promise.all(sheets.map((sheet) => addRules(sheet, added.rules)));
  const rewrite = createRewriter(new Map(renamed), added.needed);
  await forEach(pages, async (page) => {
    const html = await readFile(page, 'utf8');
    await writeFile(page, rewrite(html));
  });
}

/** The style sheets that ask for the family. */
async function findSheets(site: string): Promise<string[]> {
  const sheets: string[] = [];
  for (const file of await findAssets(site, '.css')) {
    if ((await readFile(file, 'utf8')).includes(family)) sheets.push(file);
  }
  if (sheets.length === 0) throw new Error(`Unexpected site without a style sheet that asks for ${family}`);
  return sheets;
}

async function findAssets(site: string, extension: string): Promise<string[]> {
  const folder = path.join(site, assets);
  const files = (await readdir(folder)).filter((name) => name.endsWith(extension)).sort();
  return files.map((name) => path.join(folder, name));
}

/** Scripts that hold words of the interface: each is called by its language, as is a folder of the site. */
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
    // What style sheets put in (`content`) may come in either weight.
    const css = await readFile(sheet, 'utf8');
    for (const weight of weights) countCharacters(usage[weight], css);
  }
  for (const script of await findDictionaries(site))
    countCharacters(usage.regular, await readFile(script, 'utf8'));
  return usage;
}

async function addFonts(site: string, cache: string, usage: GlyphUsage): Promise<Added> {
  const subset = await createSubsetter(cache);
  const folder = path.join(site, assets);
  let rules = '';
  const needed: string[] = [];
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
    needed.push(...names.slice(0, 1));
  }
  await copyFile(licence, path.join(folder, 'narani-licence.txt'));
  return { rules, needed };
}

/** Put rules before those of a style sheet; gives its name before and after. */
async function addRules(sheet: string, rules: string): Promise<[before: string, after: string]> {
  const css = rules + (await readFile(sheet, 'utf8'));
  const before = path.basename(sheet);
  const after = `${before.split('.')[0] ?? ''}.${digest(css)}.css`;
  await writeFile(path.join(path.dirname(sheet), after), css);
  if (after !== before) await rm(sheet);
  return [before, after];
}

/** What puts into a page's head the new name of its style sheet, and after it the fonts to begin loading at once. */
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

/** Do something for every file, several at a time: enough to keep the disk busy, and few enough to hold in memory. */
async function forEach(files: readonly string[], work: (file: string) => Promise<void>): Promise<void> {
  const left = files.values();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const file of left) await work(file);
    }),
  );
}

/** Digest of a file's content for its name, as short as those of Astro. */
function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 8);
}
