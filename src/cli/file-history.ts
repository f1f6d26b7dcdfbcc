import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { decodeText, splitFrontMatter } from '../sources/index.ts';

/** A version of a file in its Git history. */
export interface FileVersion {
  /** Its commit and its path there, as Git reads them: `1a2b3c:articles/a/ko.md`. */
  name: string;
  /** When its author made the commit. */
  date: Date;
}

/** Maximum number of earlier versions of a file to list. */
const maxVersions = 200;

/**
 * Lists the versions of a file under all its names, newest first. Without Git, or for a file that was never committed, there are none.
 *
 * @param file absolute path
 */
export async function listVersions(file: string): Promise<FileVersion[]> {
  const options = [`-n${maxVersions}`, '--follow', '--format=%x00%H %at%x00', '--name-only', '-z'];
  const log = await git(path.dirname(file), ['log', ...options, '--', path.basename(file)]);
  const fields = (log?.toString('utf8') ?? '').split('\0').filter((field) => field.trim() !== '');
  return fields.flatMap((field, index): FileVersion[] => {
    const [commit = '', seconds = ''] = field.split(' ');
    if (index % 2 === 1) return [];
    return [{ name: `${commit}:${fields[index + 1]?.trim() ?? ''}`, date: new Date(Number(seconds) * 1000) }];
  });
}

/** Returns the body of a version of a text, or `undefined` if it can’t be read. */
export async function readVersion(file: string, { name }: FileVersion): Promise<string | undefined> {
  const bytes = await git(path.dirname(file), ['cat-file', 'blob', name]);
  const decoded = bytes === undefined ? undefined : decodeText(bytes, file);
  const split = decoded !== undefined && 'text' in decoded ? splitFrontMatter(decoded.text, file) : undefined;
  return split !== undefined && 'body' in split ? split.body : undefined;
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
