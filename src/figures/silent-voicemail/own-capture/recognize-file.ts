/** Kinds of files that readers may take for a capture. */
export const fileKinds = ['gzip', 'zip', 'snoop', 'netmon', 'wav', 'web-page', 'text'] as const;

export type FileKind = (typeof fileKinds)[number];

const signatures: readonly (readonly [FileKind, readonly number[] | string])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', 'PK\u0003\u0004'],
  ['snoop', 'snoop\0'],
  ['netmon', 'GMBU'],
  ['wav', 'RIFF'],
];

/** Recognizes a file that is not a capture by its first bytes. */
export function recognizeFile(bytes: Uint8Array): FileKind | undefined {
  const start = bytes.subarray(0, 512);
  const found = signatures.find(([, signature]) => {
    const expected = typeof signature === 'string' ? new TextEncoder().encode(signature) : signature;
    return Array.from(expected).every((byte, index) => start[index] === byte);
  });
  if (found !== undefined) return found[0];
  if (start.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return undefined;
  return /^\s*<(?:!doctype html|html)/i.test(new TextDecoder().decode(start)) ? 'web-page' : 'text';
}
