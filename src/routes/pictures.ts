import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cachedFile } from '../cache/index.ts';
import { encodePicture } from '../pictures/encode-picture.ts';
import { publishedBytes } from '../sources/index.ts';
import type { StoredPicture } from '../texts/index.ts';
import type { SiteContent } from './site-content.ts';

/** A file of a picture beside a text, at the address that the text's HTML has. */
export interface PictureRoute {
  /** Path within the site, decoded: `_astro/bars.0123456789abcdef.webp`. Its hash covers everything the bytes depend on. */
  file: string;
  /** Path of the bytes within the build cache, if they are kept there. */
  kept?: string;
  /** Returns its bytes. Throws an error if the picture has changed since the content was loaded. */
  make: () => Promise<Uint8Array>;
}

/** The folders that pictures are read from and kept in. */
interface PictureFolders {
  /** Absolute path of the project. */
  root: string;
  /** Absolute path of the build cache. */
  cache: string;
}

/** Lists the files of the pictures of a site's texts, without duplicates. */
export function listPictures(
  { site, articles, pages }: SiteContent,
  folders: PictureFolders,
): PictureRoute[] {
  const pictures = [...articles, ...pages]
    .flatMap((article) => [...article.entries.values()])
    .flatMap((entry) => entry.pictures);
  const routes = pictures.flatMap((picture) => filesOf(picture, site.base, folders));
  return [...new Map(routes.map((route) => [route.file, route])).values()];
}

function filesOf(picture: StoredPicture, base: string, { root, cache }: PictureFolders): PictureRoute[] {
  const { src, size, ending, candidates } = picture;
  const toFile = (address: string): string => decodeURI(address).slice(base.length);
  const read = (): Promise<Uint8Array> => readPublished(path.join(root, picture.file), picture);
  if (candidates.length === 0) return [{ file: toFile(src), make: read }];
  return candidates.map(({ src: address, width }) => {
    const file = toFile(address);
    const height = Math.round((width * size.height) / size.width);
    const encode = async (): Promise<Uint8Array> => encodePicture(await read(), { ending, width, height });
    // The hash alone is the key, so that a picture under two names is encoded once.
    const [hash = ''] = /[0-9a-f]{16}(?=\.webp$)/.exec(file) ?? [];
    const make = (): Promise<Uint8Array> => cachedFile(path.join(cache, 'pictures'), hash, encode);
    return { file, kept: `pictures/${hash}`, make };
  });
}

async function readPublished(file: string, picture: StoredPicture): Promise<Uint8Array> {
  const bytes = await readFile(file).catch(() => undefined);
  const published = bytes && publishedBytes(bytes, picture);
  if (published === undefined)
    throw new Error(`${picture.file} was changed while the site was made from it. Run the command again.`);
  return published;
}
