import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { decodeText, splitFrontMatter } from '../../sources/index.ts';
import { quoteBlocks } from '../../translation/index.ts';

/** Maximum number of earlier versions of a file to read. */
const maxVersions = 200;

/**
 * Finds blocks of earlier versions of a Markdown file in its Git history, newest first. Returns their Markdown by digest. Without Git, and
 * for blocks that were never committed, there is none: the history is a help for the translator, not a source of facts.
 *
 * @param file absolute path
 * @param digests the blocks to find
 */
export async function findEarlierBlocks(
  file: string,
  digests: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (digests.size === 0) return found;
  for (const version of await listVersions(file)) {
    const bytes = await git(path.dirname(file), ['cat-file', 'blob', version]);
    for (const [digest, text] of bytes === undefined ? [] : blocksIn(bytes, file))
      if (digests.has(digest) && !found.has(digest)) found.set(digest, text);
    if (found.size === digests.size) break;
  }
  return found;
}

/** Lists the versions of a file under all its names as `commit:path`, newest first. */
async function listVersions(file: string): Promise<string[]> {
  const arguments_ = [
    'log',
    `-n${maxVersions}`,
    '--follow',
    '--format=%x00%H%x00',
    '--name-only',
    '-z',
    '--',
  ];
  const log = await git(path.dirname(file), [...arguments_, path.basename(file)]);
  const fields = (log?.toString('utf8') ?? '').split('\0').filter((field) => field.trim() !== '');
  return fields.flatMap((field, index) =>
    index % 2 === 0 ? [`${field}:${fields[index + 1]?.trim() ?? ''}`] : [],
  );
}

function blocksIn(bytes: Uint8Array, file: string): Iterable<[digest: string, text: string]> {
  const decoded = decodeText(bytes, file);
  const split = 'text' in decoded ? splitFrontMatter(decoded.text, file) : undefined;
  return split !== undefined && 'body' in split ? quoteBlocks(split.body) : [];
}

/** Runs Git in a folder. Returns its output, or `undefined` if it fails or is not installed. */
async function git(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  try {
    const options = { cwd: folder, encoding: 'buffer' as const, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)('git', args, options)).stdout;
  } catch {
    return undefined;
  }
}
