import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Asset } from './content.ts';
import type { FoundFile } from './list-files.ts';
import { isMoved } from './moved.ts';
import { findPictureKind, isPublishable, signatureLength } from './picture-kind.ts';
import { faultOfKind, readPicture, type Picture, type PictureFault, type PictureReader } from './picture.ts';

/** Reads the size of each file in a text's folder, and whether it can be published as a picture. Returns a map by name. */
export async function readAssets(
  directory: string,
  files: readonly FoundFile[],
  reader: PictureReader = readPicture,
): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const { name, path: file } of files) {
    const { size: bytes, mtimeMs, ctimeMs } = await stat(file);
    const spelled = path.relative(directory, file).split(path.sep).join('/');
    const picture = await readUnlessKnown(file, [bytes, mtimeMs, ctimeMs].join(), reader);
    assets.set(name, { path: spelled, bytes, picture });
  }
  return assets;
}

/** Pictures of this process by file, with a stamp of their last change: the development server reads all content after each change. */
const known = new Map<string, { stamp: string; picture: Picture | PictureFault }>();

async function readUnlessKnown(
  file: string,
  stamp: string,
  reader: PictureReader,
): Promise<Picture | PictureFault> {
  const before = known.get(file);
  if (before?.stamp === stamp) return before.picture;
  const picture = await readFromDisk(file, reader).catch(unreadable);
  known.set(file, { stamp, picture });
  return picture;
}

async function readFromDisk(file: string, reader: PictureReader): Promise<Picture | PictureFault> {
  // Recordings and archives can be large, so only pictures are read whole.
  const start = await readStart(file);
  const kind = findPictureKind(start);
  if (start.length > 0 && !isPublishable(kind)) return faultOfKind(kind);
  return reader(await readFile(file));
}

/** Describes an error of the disk. A file that has been moved is no error of its content: its folder is listed again. */
function unreadable(error: unknown): PictureFault {
  if (isMoved(error)) throw error;
  const reason = error instanceof Error && 'code' in error ? error.code : error;
  return {
    what: `the file can’t be read (${String(reason)})`,
    fix: 'Check the permissions of the file and of its folder.',
  };
}

async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(signatureLength), 0, signatureLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
