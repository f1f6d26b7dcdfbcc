import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Images, PublishedImage, Survey } from '../markdown/index.ts';
import type { Site } from '../model/index.ts';
import type { Asset, EntryFile, Picture } from '../sources/index.ts';
import { findAsset } from './targets.ts';

/** A picture beside a text, as it will be published. */
export interface PlannedPicture extends PublishedImage, Pick<Picture, 'ending' | 'digest'> {
  /** Path within the text's folder, as spelled on disk. */
  path: string;
  size: { width: number; height: number };
}

/** The images of a text by address as written: pictures beside it, and files in `public/`. */
export type TextImages = Readonly<Record<string, PlannedPicture | PublishedImage>>;

/** Returns whether an image is a picture beside the text, in contrast to a file in `public/`. */
export function isPlanned(image: TextImages[string]): image is PlannedPicture {
  return 'path' in image;
}

/** Plans how the images of a text are published. Opens no file. Images that can't be published are left out. */
export function planImages({ images }: Survey, file: EntryFile, { base }: Pick<Site, 'base'>): TextImages {
  const planned = images.flatMap(({ url }): [string, TextImages[string]][] => {
    if (/^\/(?!\/)/.test(url)) return [[url, { src: encodeURI(base + url.slice(1)), candidates: [] }]];
    const asset = findAsset(url, file);
    if (asset === undefined || 'fix' in asset.picture) return [];
    return [[url, planPicture(asset.path, asset.picture, base)]];
  });
  return Object.fromEntries(planned) satisfies Images;
}

/** The program and the settings that encode bitmaps. Addresses contain a hash of it, as browsers never ask for a file again. */
export const encoder = 'sharp 0.35.5, WebP with its default settings';

/** The widths that bitmaps are published in besides their own, in pixels: those of common screens (Astro's `LIMITED_RESOLUTIONS`). */
const commonWidths = [640, 750, 828, 1080, 1280, 1668, 2048, 2560];

/**
 * Plans the files of a picture: of an SVG one, of a bitmap one for each width that is not larger than the picture.
 *
 * @param file path within the text's folder, as spelled on disk
 * @param base base path of the site
 */
export function planPicture(file: Asset['path'], picture: Picture, base: string): PlannedPicture {
  const { ending, digest, publishedDigest } = picture;
  const size = { width: Math.round(picture.width), height: Math.round(picture.height) };
  const name = publishedName(file);
  const toAddress = (made: unknown, published: string): string =>
    encodeURI(`${base}_astro/${name}.${shortHash(made)}.${published}`);
  const common = { path: file, ending, digest, size };
  if (ending === 'svg') return { ...common, src: toAddress(publishedDigest, 'svg'), candidates: [] };
  const candidates = [...commonWidths.filter((width) => width < size.width), size.width].map((width) => ({
    src: toAddress([publishedDigest, width, encoder], 'webp'),
    width,
  }));
  return { ...common, src: candidates.at(-1)?.src ?? '', candidates };
}

/** The longest name of a published picture, in code points: with its hash and ending it fits into the 255 bytes of a file system. */
const maxName = 60;

/** Returns the name of a file without its ending and without characters that have a meaning in addresses, file systems or `srcset`. */
function publishedName(file: string): string {
  const { name } = path.posix.parse(file.normalize('NFC'));
  const plain = name.replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-').replace(/^[.-]+|-+$/g, '');
  return Array.from(plain).slice(0, maxName).join('') || 'picture';
}

function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
