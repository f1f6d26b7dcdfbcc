import { gzipSync } from 'node:zlib';
import { digest } from './digest.ts';

/** A file of a search index. */
export interface IndexFile {
  /** Path within the index’s folder. */
  name: string;
  /** Content hash; of a compressed file, of what it is made from. */
  key: string;
  make: () => Promise<Uint8Array>;
}

/** Returns a file that is published as it is. */
export function plainFile(name: string, content: string | Uint8Array): IndexFile {
  return { name, key: digest(content), make: () => Promise.resolve(Buffer.from(content)) };
}

/** Returns a file that is compressed here, since not every host compresses such files. */
export function compressedFile(
  name: string,
  key: string,
  content: () => Promise<string | Uint8Array>,
): IndexFile {
  return { name, key, make: async () => gzipSync(await content(), { level: 9 }) };
}
