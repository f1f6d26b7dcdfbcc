import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { renameFont } from './rename-font.ts';
import type { Weight } from './weight.ts';

/** The fonts the subsets are cut from. Of the forms they come in, TrueType makes the smallest WOFF2 (54 KB where OpenType/CFF has 61). */
const sources: Readonly<Record<Weight, string>> = {
  regular: packageFile('public/static/alternative/Pretendard-Regular.ttf'),
  bold: packageFile('public/static/alternative/Pretendard-Bold.ttf'),
};

/** Says which versions of the packages do the work. */
const lockFile = path.resolve(import.meta.dirname, '../../package-lock.json');

/** The licence that goes wherever the font goes. */
export const licence = packageFile('LICENSE.txt');

/**
 * Digits of one width, for tables, whose cells are regular; the subset takes in the glyphs that a kept feature leads to,
 * here these ten. Kerning would add 2 KB to each weight, ligatures and marks 5 KB.
 */
const features: Readonly<Record<Weight, readonly string[]>> = { regular: ['tnum'], bold: [] };

/** What makes subsets. They are kept in a folder, each under a digest of all that decides it. */
export interface Subsetter {
  /** A WOFF2 font of a weight, with the given characters as far as the font has them. */
  subset: (weight: Weight, characters: string) => Promise<Uint8Array>;
  /** Take out of the folder what was not asked for. */
  forgetOthers: () => Promise<void>;
}

/** A subsetter that keeps its files in a folder of its own, which need not be there yet. */
export async function createSubsetter(folder: string): Promise<Subsetter> {
  await mkdir(folder, { recursive: true });
  const lock = await readFile(lockFile);
  const asked = new Set<string>();
  return {
    async subset(weight, characters) {
      const font = renameFont(await readFile(sources[weight]));
      const options = { keepFeatures: features[weight], noHinting: true, targetFormat: 'woff2' } as const;
      const name = `${digest(lock, font, JSON.stringify(options), characters)}.woff2`;
      const file = path.join(folder, name);
      asked.add(name);
      const kept = await readFile(file).catch(() => undefined);
      if (kept !== undefined) return kept;
      const made = await subsetFont(font, characters, options);
      // Written beside and then named, so that a build which is stopped leaves no half of a font to the next.
      await writeFile(`${file}.${process.pid}`, made);
      await rename(`${file}.${process.pid}`, file);
      return made;
    },
    async forgetOthers() {
      const others = (await readdir(folder)).filter((name) => name.endsWith('.woff2') && !asked.has(name));
      await Promise.all(others.map((name) => rm(path.join(folder, name), { force: true })));
    },
  };
}

/** Digest of what is given, as a name for a file: 16 hexadecimal digits. */
function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function packageFile(file: string): string {
  return fileURLToPath(import.meta.resolve(`pretendard/dist/${file}`));
}
