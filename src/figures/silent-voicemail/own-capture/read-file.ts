import { analyzeCapture, type Analysis, type Problem } from './analyze.ts';

/**
 * Longest capture to read, in bytes. The whole file is in memory, with an object for each packet: about ten times as much. 50 MB are
 * four hours of one call with G.711.
 */
export const longestFile = 50_000_000;

/** Reads a file that a reader chose, and analyzes it. Nothing leaves the browser. A file compressed by gzip is decompressed first. */
export async function readCapture(file: Blob): Promise<Analysis | Problem> {
  if (file.size > longestFile) return { kind: 'too-large', length: file.size };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return analyzeCapture(bytes);
  const unpacked = await decompress(file);
  return unpacked instanceof Uint8Array ? analyzeCapture(unpacked) : unpacked;
}

/** Decompresses a file up to the limit. A few kilobytes of gzip can hold gigabytes. */
async function decompress(file: Blob): Promise<Uint8Array | Problem> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.byteLength;
      if (length > longestFile) {
        await reader.cancel();
        return { kind: 'too-large', length };
      }
    }
  } catch {
    return { kind: 'damaged-gzip' };
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
