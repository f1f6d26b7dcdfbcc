import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { recordUse, storeFile } from '../cache/index.ts';
import { findAsset, type Text } from '../library/index.ts';
import type { ImageFiles } from '../markdown/index.ts';
import { publishedBytes, type Picture } from '../sources/index.ts';

/**
 * Copies the pictures of a text into a folder, under names that contain a hash of their bytes. Astro reads these copies, so it
 * publishes exactly what the check has read: of an SVG only what is allowed, and never a file that has just been replaced by one
 * that stops Astro.
 *
 * @param folder absolute path
 * @returns the copies by address as written, relative to the text
 */
export async function stagePictures(
  { images, file }: Pick<Text, 'images' | 'file'>,
  folder: string,
): Promise<ImageFiles> {
  const directory = path.dirname(file.path);
  const staged: [string, string][] = [];
  for (const [url, image] of Object.entries(images)) {
    const picture = findAsset(url, file)?.picture;
    // Pictures in `public/` are published unchanged.
    if (picture === undefined) staged.push([url, image]);
    else if (!('what' in picture)) {
      const copy = await stagePicture(path.join(directory, image), picture, folder);
      if (copy !== undefined) staged.push([url, path.relative(directory, copy).split(path.sep).join('/')]);
    }
  }
  return Object.fromEntries(staged);
}

/** Copies that this process has made or compared, by name and content hash of the original. */
const known = new Map<string, string>();

/** Returns the path of the copy, or `undefined` if the picture was changed after it was checked: in development it is loaded again. */
async function stagePicture(file: string, picture: Picture, folder: string): Promise<string | undefined> {
  const key = `${picture.digest}/${path.basename(file)}`;
  const before = known.get(key);
  if (before !== undefined && (await recordUse(before))) return before;
  const bytes = await readFile(file).catch(() => undefined);
  const published = bytes === undefined ? undefined : publishedBytes(bytes, picture);
  if (published === undefined) return undefined;
  const hash = createHash('sha256').update(published).digest('hex').slice(0, 16);
  // Astro takes what follows `?` or `#` for a part of the address.
  const name = path.basename(file, path.extname(file)).replace(/[?#]/g, '-');
  const copy = path.join(folder, hash, `${name}.${picture.ending}`);
  await storeFile(copy, published);
  known.set(key, copy);
  return copy;
}
