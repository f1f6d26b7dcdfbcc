import { readCached, writeCached } from './cached-file.ts';

/**
 * A cache of many small values in one file, which is read and written as a whole: hundreds of files would take longer. Damage
 * to the file loses all values, which then are computed again.
 */
export interface Pack<T> {
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
  /** Writes the values with these keys and drops all others. A no-op if the file has just these. */
  save: (keys: Iterable<string>) => Promise<void>;
}

/** A value as it was read, as it is, or both. */
interface Packed<T> {
  json?: Buffer;
  value?: T;
}

/**
 * Opens a pack.
 *
 * @param folder folder of the cache; created if absent
 * @param name file name
 * @param version what all values depend on, such as a digest of code. Values of another version are dropped.
 */
export async function openPack<T>(folder: string, name: string, version: string): Promise<Pack<T>> {
  const bytes = await readCached(folder, name);
  const values = bytes === undefined ? new Map<string, Packed<T>>() : parsePack<T>(bytes, version);
  let saved = new Set(values.keys());
  return {
    get: (key) => {
      const packed = values.get(key);
      if (packed !== undefined && packed.value === undefined && packed.json !== undefined)
        packed.value = JSON.parse(packed.json.toString()) as T;
      return packed?.value;
    },
    set: (key, value) => {
      values.set(key, { value });
      saved.delete(key);
    },
    save: async (keys) => {
      const kept = new Set([...keys].filter((key) => values.has(key)));
      if (kept.size === saved.size && [...kept].every((key) => saved.has(key))) return;
      for (const key of values.keys()) if (!kept.has(key)) values.delete(key);
      await writeCached(folder, name, formatPack(values, version));
      saved = kept;
    },
  };
}

const newline = 0x0a;

/** Returns the version on the first line, then a line for each value: its key, a space, and JSON, in which no line ends. */
function formatPack(values: ReadonlyMap<string, Packed<unknown>>, version: string): Buffer {
  const lines = [...values].flatMap(([key, { json, value }]) => [
    Buffer.from(`${key} `),
    json ?? Buffer.from(JSON.stringify(value)),
    Buffer.from('\n'),
  ]);
  return Buffer.concat([Buffer.from(`${version}\n`), ...lines]);
}

function parsePack<T>(read: Uint8Array, version: string): Map<string, Packed<T>> {
  const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
  const values = new Map<string, Packed<T>>();
  let start = bytes.indexOf(newline) + 1;
  if (bytes.toString('utf8', 0, start - 1) !== version) return values;
  while (start < bytes.length) {
    const end = bytes.indexOf(newline, start);
    const space = bytes.indexOf(' ', start);
    values.set(bytes.toString('utf8', start, space), { json: bytes.subarray(space + 1, end) });
    start = end + 1;
  }
  return values;
}
