import { createHash } from 'node:crypto';
import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';
import { cleanSvg } from '../svg/index.ts';
import { findPictureKind, isPublishable, type PictureKind, type PublishableKind } from './picture-kind.ts';

/** A picture that the build can publish. */
export interface Picture {
  /** The ending of published files of this kind, without dot. */
  ending: string;
  /** Size in CSS pixels, turned as its camera recorded. */
  width: number;
  height: number;
  /** Content hash of the file. */
  digest: string;
  /** Content hash of what is published of the file. */
  publishedDigest: string;
  /** Parts of an SVG that are not published, quoted from the file: `<script>`, `<animate>` (3 times). */
  removed: readonly string[];
  /** Whether only the first picture of an animation is published. */
  isStilled: boolean;
}

/** Why a file can't be published as a picture, in words that follow “it can’t be shown: ”, and what to do about it. */
export interface PictureFault {
  what: string;
  fix: string;
}

/** Reads a picture from the bytes of its file: {@link readPicture}, or a function that remembers its results. */
export type PictureReader = (bytes: Uint8Array) => Promise<Picture | PictureFault>;

/**
 * Reads a picture from the bytes of its file. The check, the build and the development server all decide by this function which
 * pictures can be published, so it reads the size as Astro does, and decodes bitmaps in full, as Astro does to resize them.
 */
export async function readPicture(bytes: Uint8Array): Promise<Picture | PictureFault> {
  if (bytes.length === 0) return emptyFile;
  const kind = findPictureKind(bytes);
  if (!isPublishable(kind)) return faultOfKind(kind);
  return kind.ending === 'svg' ? readSvg(bytes) : readBitmap(bytes, kind);
}

/** Returns the bytes to publish of a picture: those of its file, or of an SVG what is allowed of it. `undefined` if the file has changed since it was read. */
export function publishedBytes(
  bytes: Uint8Array,
  { ending, digest }: Pick<Picture, 'ending' | 'digest'>,
): Uint8Array | undefined {
  if (digestOf(bytes) !== digest) return undefined;
  if (ending !== 'svg') return bytes;
  const clean = cleanSvg(new TextDecoder().decode(bytes));
  return 'what' in clean ? undefined : Buffer.from(clean.text);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const emptyFile: PictureFault = {
  what: 'the file is empty',
  fix: 'Copy or export the picture again.',
};

/** Describes why a file of this kind is no picture to publish; `undefined` for an unknown kind. */
export function faultOfKind(kind: PictureKind | undefined): PictureFault {
  if (kind === undefined) {
    return {
      what: 'it is not a picture of a known format',
      fix: 'Check that this is the file you wanted. Pictures are PNG, JPEG, WebP, AVIF, GIF, TIFF or SVG.',
    };
  }
  return {
    what: `it is a ${kind.name} file, which can’t be published`,
    fix: 'Convert it to JPEG (photos) or PNG, and correct the address.',
  };
}

/** Above this an SVG takes seconds to read, and readers wait for it as long. */
const maxSvgBytes = 10_000_000;

async function readSvg(bytes: Uint8Array): Promise<Picture | PictureFault> {
  if (bytes.length > maxSvgBytes) {
    return {
      what: `it is an SVG of more than ${String(maxSvgBytes / 1e6)} MB`,
      fix: 'Export the drawing as PNG.',
    };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return {
      what: 'its text is not in UTF-8',
      fix: 'Save the SVG in UTF-8, or export the drawing again as SVG or PNG.',
    };
  }
  const clean = cleanSvg(text);
  if ('what' in clean) return clean;
  const size = await readSize(Buffer.from(clean.text));
  if (size === undefined) return withoutSize;
  const [digest, publishedDigest] = [bytes, Buffer.from(clean.text)].map(digestOf) as [string, string];
  return { ending: 'svg', ...size, digest, publishedDigest, removed: clean.removed, isStilled: false };
}

const withoutSize: PictureFault = {
  what: 'its size can’t be read from `width`, `height` and `viewBox` of the `<svg>` element',
  fix: 'Add width and height in pixels to the `<svg>` element: `<svg width="400" height="300" …>`.',
};

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The largest width and height in WebP, the format that bitmaps are published in (https://developers.google.com/speed/webp/faq). */
const maxSide = 16_383;

/** The pixels that sharp decodes by default, counting all frames of an animation. */
const maxPixels = 0x3fff * 0x3fff;

async function readBitmap(
  bytes: Uint8Array,
  { name, ending }: PublishableKind,
): Promise<Picture | PictureFault> {
  const header = await sharp(bytes, { pages: -1, limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  const size = await readSize(bytes);
  if (header === undefined || size === undefined) return damaged(name);
  const { width, height } = size;
  const { pages = 1 } = header;
  if (Math.max(width, height) > maxSide) return tooLarge(`${String(width)} × ${String(height)} pixels`);
  if (header.width * header.height > maxPixels) {
    return tooLarge(
      `${String(width)} × ${String(height)} pixels${pages === 1 ? '' : ` in each of ${String(pages)} frames`}`,
    );
  }
  if (pages > 1 && !['gif', 'webp'].includes(ending)) {
    return {
      what: `the ${name} file contains ${String(pages)} pictures`,
      fix: 'Export the picture you want to show as PNG or JPEG.',
    };
  }
  if (!(await decodes(bytes))) return damaged(name);
  const digest = digestOf(bytes);
  return {
    ending,
    ...size,
    digest,
    publishedDigest: digest,
    removed: [],
    isStilled: isStilled(bytes, ending),
  };
}

const damaged = (name: string): PictureFault => ({
  what: `the ${name} file ends early or is damaged`,
  fix: 'Copy or export the picture again. If an image viewer shows it whole, convert it to PNG or JPEG.',
});

const tooLarge = (size: string): PictureFault => ({
  what: `it has ${size}. Pictures are published with at most ${maxSide.toLocaleString('en')} pixels per side, and ${String(Math.floor(maxPixels / 1e6))} million in all`,
  fix: 'Scale it down: 2,000 pixels are enough for the width of a text. Or cut it into several pictures.',
});

/** Reads the size as Astro does, which stops a build if it can't. */
async function readSize(bytes: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  const { width, height } = await imageMetadata(bytes).catch(() => ({ width: 0, height: 0 }));
  return width >= 1 && height >= 1 ? { width, height } : undefined;
}

/** Decodes a picture to its last row. Scaling to one pixel on the way needs little memory. */
async function decodes(bytes: Uint8Array): Promise<boolean> {
  return sharp(bytes, { pages: -1, failOn: 'error' })
    .resize(1, 1)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** Returns whether a file is an animation of which sharp decodes only the first picture. */
function isStilled(bytes: Uint8Array, ending: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // An AVIF image sequence (https://aomediacodec.github.io/av1-avif/#image-sequences).
  if (ending === 'avif') return buffer.toString('latin1', 8, 12) === 'avis';
  if (ending !== 'png') return false;
  // The chunk of an animation precedes the pixels (https://www.w3.org/TR/png-3/#acTL-chunk).
  const animation = buffer.indexOf('acTL', 0, 'latin1');
  return animation !== -1 && animation < buffer.indexOf('IDAT', 0, 'latin1');
}
