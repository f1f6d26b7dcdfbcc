import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { isMoved } from './moved.ts';
import { publishedBytes, readPicture, type PictureFault } from './picture.ts';

/** The file that `logo` in `site.yaml` names, or why it can’t be the logo. */
export type Logo = LogoFile | PictureFault | MissingLogo;

/** An SVG that can be the logo. */
export interface LogoFile {
  /** The published parts of the file. */
  svg: string;
  /** Size of the file in bytes. */
  bytes: number;
  /** Size in CSS pixels. */
  width: number;
  height: number;
  /** Parts that are not published, as for pictures of texts. */
  removed: readonly string[];
  /** The colors of its opaque pixels as `#rrggbb`, if it is drawn small; in the light theme, if it has another drawing for the dark one. */
  pixels: readonly string[];
}

interface MissingLogo {
  /** Names of the SVG files in the folder of the content. */
  instead: readonly string[];
}

/** Reads the logo, by its path within the content folder. */
export async function readLogo(directory: string, name: string): Promise<Logo> {
  const file = await findSpelling(directory, name);
  try {
    return await toLogo(await readFile(file));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    if (isMoved(error) && reason !== 'EISDIR') return { instead: await listDrawings(directory) };
    return {
      what: `it can’t be read (${String(reason)})`,
      fix: 'Check that it is a file, and its permissions.',
    };
  }
}

async function toLogo(bytes: Uint8Array): Promise<Logo> {
  const picture = await readPicture(bytes);
  if ('what' in picture) return picture;
  const { ending, width, height, removed } = picture;
  const published = publishedBytes(bytes, picture);
  if (ending !== 'svg' || published === undefined) return notSvg;
  const svg = Buffer.from(published).toString();
  const pixels = await readPixels(svg);
  return pixels === undefined ? notDrawn : { svg, bytes: bytes.length, width, height, removed, pixels };
}

/** Width and height that a logo is drawn in to read its colors, in pixels. */
const drawnSize = 32;

/** Returns `undefined` if the icons can’t be drawn from it either. */
async function readPixels(svg: string): Promise<string[] | undefined> {
  const drawn = await sharp(Buffer.from(svg))
    .resize(drawnSize, drawnSize, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer()
    .catch(() => undefined);
  if (drawn === undefined) return undefined;
  const pixels = Array.from({ length: drawn.length / 4 }, (_, index) =>
    drawn.subarray(4 * index, 4 * index + 4),
  );
  return pixels.filter(([, , , alpha = 0]) => alpha > 127).map((pixel) => `#${pixel.toString('hex', 0, 3)}`);
}

const notSvg: PictureFault = {
  what: 'it is not an SVG',
  fix: 'Export the logo as SVG: it is shown in several sizes, from 16 to 180 pixels. A bitmap in an SVG file works, too.',
};

const notDrawn: PictureFault = {
  what: 'it can’t be drawn as an icon',
  fix: 'Export the logo again as plain SVG, or simplify it.',
};

/** Returns the absolute path of a file as spelled on disk: macOS may write Hangul in NFD. */
async function findSpelling(directory: string, name: string): Promise<string> {
  let found = directory;
  for (const part of path.normalize(name).split(path.sep)) {
    const names = await readdir(found).catch(() => []);
    const spelled = names.find((each) => each.normalize('NFC') === part.normalize('NFC'));
    found = path.join(found, spelled ?? part);
  }
  return found;
}

async function listDrawings(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => /\.svg$/i.test(name)).sort();
}
