/** A file format of pictures. */
export interface PictureKind {
  /** Its name, as people know it. */
  name: string;
  /** The ending of published files of this kind; absent if pictures of this kind can't be published. */
  ending?: string;
}

/** A file format of pictures that can be published. */
export type PublishableKind = Required<PictureKind>;

/** The number of bytes at the beginning of a file by which its kind is recognized. */
export const signatureLength = 64;

/** Signatures of file formats, in bytes as Latin-1. They are registered in RFC 2083, in the formats’ specifications and in ISO 14496-12 (`ftyp`). */
const signatures: readonly [RegExp, PictureKind][] = [
  [/^\x89PNG\r\n\x1a\n/, { name: 'PNG', ending: 'png' }],
  [/^\xff\xd8\xff/, { name: 'JPEG', ending: 'jpg' }],
  [/^GIF8[79]a/, { name: 'GIF', ending: 'gif' }],
  [/^RIFF[^]{4}WEBP/, { name: 'WebP', ending: 'webp' }],
  [/^(?:II\*\0|MM\0\*)/, { name: 'TIFF', ending: 'tiff' }],
  [/^[^]{4}ftyp[^]{0,40}avi[fs]/, { name: 'AVIF', ending: 'avif' }],
  [/^[^]{4}ftyp[^]{0,40}(?:hei[cxms]|hev[cxms]|mif1|msf1)/, { name: 'HEIC' }],
  [/^(?:\xff\x0a|[^]{4}JXL )/, { name: 'JPEG XL' }],
  [/^(?:\xff\x4f\xff\x51|[^]{4}jP {2})/, { name: 'JPEG 2000' }],
  [/^BM/, { name: 'BMP' }],
  [/^\0\0[\x01\x02]\0/, { name: 'Windows icon' }],
  [/^8BPS/, { name: 'Photoshop' }],
  [/^%PDF-/, { name: 'PDF' }],
  // Text that begins with a tag, or is in UTF-16.
  [/^(?:(?:\xef\xbb\xbf)?\s*<|\xff\xfe|\xfe\xff)/, { name: 'SVG', ending: 'svg' }],
];

/**
 * Recognizes the kind of a picture by the first bytes of its file, whatever its name. Returns `undefined` if it is none of the
 * known ones.
 */
export function findPictureKind(bytes: Uint8Array): PictureKind | undefined {
  const start = Buffer.from(bytes.subarray(0, signatureLength)).toString('latin1');
  return signatures.find(([signature]) => signature.test(start))?.[1];
}

/** Returns whether pictures of this kind can be published. */
export function isPublishable(kind: PictureKind | undefined): kind is PublishableKind {
  return kind?.ending !== undefined;
}
