import sharp from 'sharp';

/** The format and the size of a file to make of a bitmap. */
interface EncodeOptions {
  /** Ending of files of the format that the bitmap is in. */
  ending: string;
  /** In pixels, at most those of the bitmap. */
  width: number;
  height: number;
}

/** Encodes a bitmap as WebP of this size, turned as its camera recorded, with all frames of an animation. The same input gives the same bytes. */
export async function encodePicture(
  bytes: Uint8Array,
  { ending, width, height }: EncodeOptions,
): Promise<Uint8Array> {
  // Unlike WebP, a GIF without the number of its repetitions runs only once, in sharp too; on the web they all repeat.
  const settings = ending === 'gif' ? { loop: 0 } : {};
  return sharp(bytes, { pages: -1 })
    .rotate()
    .resize({ width, height, withoutEnlargement: true })
    .webp(settings)
    .toBuffer();
}
