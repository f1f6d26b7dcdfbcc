import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Asset } from './content.ts';
import type { FoundFile } from './list-files.ts';

/** Reads the size of each file in a text's folder, and whether it can be shown as a picture. Returns a map by name. */
export async function readAssets(
  directory: string,
  files: readonly FoundFile[],
): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const { name, path: file } of files) {
    const { size: bytes } = await stat(file);
    const spelled = path.relative(directory, file).split(path.sep).join('/');
    const fault = await findPictureFault(file);
    assets.set(name, { path: spelled, bytes, ...(fault === undefined ? {} : { fault }) });
  }
  return assets;
}

/** Parts of an SVG that run code or load from other sites when the file is opened by itself at the site's origin. */
const activeSvg =
  /<\s*(?:script|foreignObject|iframe|embed|object|handler|set|animate)\b|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\/|@import|<!ENTITY/i;

const pictureFormats = ['avif', 'gif', 'heif', 'jpeg', 'png', 'svg', 'tiff', 'webp'];

/** Returns why a file can't be shown as a picture, or `undefined` if it can. */
async function findPictureFault(file: string): Promise<string | undefined> {
  if (/[?#]/.test(path.basename(file)))
    return 'its name contains `?` or `#`, which have a special meaning in addresses';
  const metadata = await sharp(file)
    .metadata()
    .catch(() => undefined);
  if (metadata === undefined) return 'it is not a readable picture';
  if (!pictureFormats.includes(metadata.format)) return `browsers don't show \`${metadata.format}\``;
  if (metadata.format === 'svg' && activeSvg.test(await readFile(file, 'utf8')))
    return 'it contains scripts, animation or addresses of other sites, which pictures must not';
  return undefined;
}
