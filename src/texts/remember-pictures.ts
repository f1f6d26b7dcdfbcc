import { createHash } from 'node:crypto';
import type { Pack } from '../cache/index.ts';
import { readPicture, type Picture, type PictureFault, type PictureReader } from '../sources/index.ts';

/** A reader of pictures that decodes each only once, and a function that keeps its results for later processes. */
interface PictureMemory {
  read: PictureReader;
  save: () => Promise<void>;
}

/** Returns a reader of pictures that remembers its results by content hash: to decode a photo takes a hundred times longer than to hash it. */
export function rememberPictures(
  pack: Pick<Pack<Picture | PictureFault>, 'get' | 'set' | 'save'>,
): PictureMemory {
  const used = new Set<string>();
  return {
    read: async (bytes) => {
      const key = createHash('sha256').update(bytes).digest('hex');
      used.add(key);
      const known = pack.get(key);
      if (known !== undefined) return known;
      const picture = await readPicture(bytes);
      pack.set(key, picture);
      return picture;
    },
    save: () => pack.save(used),
  };
}
