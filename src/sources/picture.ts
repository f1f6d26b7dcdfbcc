import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** What of an SVG would run, or load from elsewhere, when it is opened by itself on the site's own origin. */
const activeSvg =
  /<\s*(?:script|foreignObject|iframe|embed|object|handler|set|animate)\b|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\/|@import|<!ENTITY/i;

const shown = ['avif', 'gif', 'heif', 'jpeg', 'png', 'svg', 'tiff', 'webp'];

/** Why a file can't be shown as a picture, if it can't: it is none, it is broken, or it would run scripts. */
export async function findPictureFault(file: string): Promise<{ fault?: string }> {
  if (/[?#]/.test(path.basename(file)))
    return { fault: 'its name holds `?` or `#`, which addresses give another meaning' };
  const metadata = await sharp(file)
    .metadata()
    .catch(() => undefined);
  if (metadata === undefined) return { fault: 'it is not a picture that can be read' };
  if (!shown.includes(metadata.format)) return { fault: `browsers don't show \`${metadata.format}\`` };
  if (metadata.format === 'svg' && activeSvg.test(await readFile(file, 'utf8'))) {
    return {
      fault: 'it holds scripts, animation or addresses of other sites, and a picture is only to be looked at',
    };
  }
  return {};
}
