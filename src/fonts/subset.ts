import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { cachedFile } from '../cache/index.ts';
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

/** What is left of these tables without kerning and marks says nothing, in 200 bytes. */
const dropTables = ['GDEF', 'GPOS'] as const;

/** What makes a WOFF2 font of a weight, with the given characters as far as the font has them. */
export type Subsetter = (weight: Weight, characters: string) => Promise<Uint8Array>;

/** A subsetter that keeps its files in a folder, each under a digest of all that decides it. */
export async function createSubsetter(folder: string): Promise<Subsetter> {
  const lock = await readFile(lockFile);
  return async (weight, characters) => {
    const font = renameFont(await readFile(sources[weight]));
    const options = {
      keepFeatures: features[weight],
      dropTables,
      noHinting: true,
      targetFormat: 'woff2',
    } as const;
    const key = digest(lock, font, JSON.stringify(options), characters);
    return cachedFile(folder, key, () => subsetFont(font, characters, options));
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
