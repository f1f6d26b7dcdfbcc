/** Writes CBOR (RFC 8949): arrays, unsigned integers and strings, of which Pagefind’s files consist. */
export interface CborWriter {
  /** Begins an array of this many items. */
  array: (length: number) => void;
  /** Writes an integer from 0 to 2³² − 1. */
  unsigned: (value: number) => void;
  text: (value: string) => void;
  /** Returns all bytes since the last call. */
  take: () => Uint8Array;
}

/** Major types of CBOR (RFC 8949, section 3.1). */
const unsignedType = 0;
const textType = 3;
const arrayType = 4;

/**
 * Creates a writer. A library would encode a tree of arrays, which takes several times as long to make for millions of
 * numbers as to write them.
 */
export function createCborWriter(): CborWriter {
  let bytes = Buffer.alloc(1 << 16);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length + count)]);
  };
  /** Writes the type and argument of a data item, in the shortest form (section 3). */
  const writeHead = (type: number, argument: number): void => {
    reserve(5);
    const size = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x1_0000 ? 2 : 4;
    bytes[length++] = (type << 5) | (size === 0 ? argument : 24 + Math.log2(size));
    for (let left = size - 1; left >= 0; left -= 1) bytes[length++] = argument >>> (8 * left);
  };
  return {
    array: (count) => {
      writeHead(arrayType, count);
    },
    unsigned: (value) => {
      writeHead(unsignedType, value);
    },
    text: (value) => {
      const size = Buffer.byteLength(value);
      writeHead(textType, size);
      reserve(size);
      length += bytes.write(value, length);
    },
    take: () => {
      const taken = Uint8Array.from(bytes.subarray(0, length));
      length = 0;
      return taken;
    },
  };
}
