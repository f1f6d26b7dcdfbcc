import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, recordUse, reportDamage, writeAtomically } from './cached-file.ts';

/**
 * A cache of many small values in one file: hundreds of files would take longer to read. The file is a log: a value that is new is
 * appended, so that saving takes as long as the change is large, and the file is written again when half of it is no longer used.
 */
export interface Pack<T> {
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
  /** Saves the values with these keys and drops all others. */
  save: (keys: Iterable<string>) => Promise<void>;
}

/** A value as its line in the file has it, as it is, or both. */
interface Packed<T> {
  json?: Buffer;
  value?: T;
}

/**
 * Opens a pack. Each line begins with a digest, so that a value that was damaged or not written in full is missing.
 *
 * @param folder folder of the cache; created if absent
 * @param name file name
 * @param version what all values depend on, such as a digest of code. Values of another version are dropped.
 * @param options.isReadOnly whether nothing is saved, because another process uses the cache
 */
export async function openPack<T>(
  folder: string,
  name: string,
  version: string,
  { isReadOnly = false }: { isReadOnly?: boolean } = {},
): Promise<Pack<T>> {
  const file = path.join(folder, name);
  const bytes = await readFile(file).catch((error: unknown) => {
    if (!isMissing(error)) reportDamage(folder, name);
  });
  const header = Buffer.from(`${version}\n`);
  const isCurrent = bytes?.subarray(0, header.length).equals(header) === true;
  const { values, lineCount, isDamaged } = parseLines<T>(isCurrent ? bytes.subarray(header.length) : noBytes);
  if (isDamaged) reportDamage(folder, name);
  await recordUse(file);
  /** Keys of the values in the file. */
  let saved = new Set(values.keys());
  /** Number of lines in the file; 0 if it must be written again. */
  let lines = isDamaged ? 0 : lineCount;
  const lineOf = (key: string): Buffer[] => {
    const { json, value } = values.get(key) ?? {};
    return toLine(key, json ?? Buffer.from(JSON.stringify(value)));
  };
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
      if (isReadOnly) return;
      const kept = new Set([...keys].filter((key) => values.has(key)));
      for (const key of values.keys()) if (!kept.has(key)) values.delete(key);
      const added = [...kept].filter((key) => !saved.has(key));
      if (lines === 0 || lines + added.length > 2 * kept.size) {
        await writeAtomically(file, Buffer.concat([header, ...[...kept].flatMap(lineOf)]));
        lines = kept.size;
      } else if (added.length > 0) {
        await appendFile(file, Buffer.concat(added.flatMap(lineOf)));
        lines += added.length;
      }
      saved = kept;
    },
  };
}

const noBytes = Buffer.alloc(0);
const newline = 0x0a;

/** Length of the digest at the beginning of a line, in characters. */
const digestLength = 64;

/** Returns a line: digest, key and JSON, with spaces between them. JSON has no line ends. */
function toLine(key: string, json: Buffer): Buffer[] {
  const rest = Buffer.concat([Buffer.from(`${key} `), json]);
  return [Buffer.from(`${digest(rest)} `), rest, Buffer.from('\n')];
}

function digest(rest: Uint8Array): string {
  return createHash('sha256').update(rest).digest('hex');
}

/** Parses lines. The last one with a key counts. */
function parseLines<T>(bytes: Buffer): {
  values: Map<string, Packed<T>>;
  lineCount: number;
  isDamaged: boolean;
} {
  const values = new Map<string, Packed<T>>();
  let lineCount = 0;
  let isDamaged = false;
  for (let start = 0; start < bytes.length; lineCount += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    const rest = bytes.subarray(start + digestLength + 1, end);
    const space = rest.indexOf(' ');
    if (bytes.toString('latin1', start, start + digestLength) === digest(rest))
      values.set(rest.toString('utf8', 0, space), { json: rest.subarray(space + 1) });
    else isDamaged = true;
    start = end + 1;
  }
  return { values, lineCount, isDamaged };
}
