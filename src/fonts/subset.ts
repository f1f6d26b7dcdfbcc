import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedFile, digestSources } from '../cache/index.ts';
import { renameFont } from './rename-font.ts';
import type { Weight } from './glyphs.ts';

/** The full fonts, as TrueType, because that makes the smallest WOFF2 (54 KB against 61 KB for OpenType/CFF). */
const sources: Readonly<Record<Weight, string>> = {
  regular: packageFile('public/static/alternative/Pretendard-Regular.ttf'),
  bold: packageFile('public/static/alternative/Pretendard-Bold.ttf'),
};

/** The project that this file belongs to. */
const project = path.resolve(import.meta.dirname, '../..');

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

/**
 * Creates a subsetter that caches its files in a folder. Their keys cover the characters and, by the sources of this folder and
 * the lock file, the full fonts and all that is done with them. On a cache hit, neither font nor `subset-font` is loaded.
 */
export function createSubsetter(folder: string): Subsetter {
  const code = digestSources(project, ['src/fonts']);
  return (weight, characters) =>
    cachedFile(folder, digest(code, weight, characters), () => makeSubset(weight, characters));
}

async function makeSubset(weight: Weight, characters: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(renameFont(await readFile(sources[weight])), characters, {
    keepFeatures: features[weight],
    dropTables,
    noHinting: true,
    targetFormat: 'woff2',
  });
}

/** Returns the hash of all parts as 16 hexadecimal digits. */
function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function packageFile(file: string): string {
  return fileURLToPath(import.meta.resolve(`pretendard/dist/${file}`));
}
