import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { cachedFile } from '../cache/index.ts';
import { renameFont } from './rename-font.ts';
import type { Weight } from './glyphs.ts';

/** The full fonts, as TrueType, because that makes the smallest WOFF2 (54 KB against 61 KB for OpenType/CFF). */
const sources: Readonly<Record<Weight, string>> = {
  regular: packageFile('public/static/alternative/Pretendard-Regular.ttf'),
  bold: packageFile('public/static/alternative/Pretendard-Bold.ttf'),
};

/** Part of the cache key, because the result depends on the versions of packages. */
const lockFile = path.resolve(import.meta.dirname, '../../package-lock.json');

/** The license, which must be distributed with the font. */
export const license = packageFile('LICENSE.txt');

/**
 * OpenType features to keep: tabular digits, for table cells, which are regular. The subset includes the glyphs that a
 * feature substitutes. Kerning would add 2 KB to each weight, ligatures and marks 5 KB.
 */
const features: Readonly<Record<Weight, readonly string[]>> = { regular: ['tnum'], bold: [] };

/** Tables to drop: the subsets have no kerning and no marks, which are what these tables are for. */
const dropTables = ['GDEF', 'GPOS'] as const;

/** Makes a WOFF2 font of a weight with the given characters, as far as the full font has them. */
type Subsetter = (weight: Weight, characters: string) => Promise<Uint8Array>;

/** Creates a subsetter that caches its files in a folder, by a hash of all inputs. */
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

/** Returns the hash of all parts as 16 hexadecimal digits. */
function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function packageFile(file: string): string {
  return fileURLToPath(import.meta.resolve(`pretendard/dist/${file}`));
}
