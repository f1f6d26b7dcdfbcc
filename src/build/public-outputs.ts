import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { replaceAccent } from '../identity/accent.ts';
import type { Site } from '../model/index.ts';
import { addBaseToHeaders, addBaseToRedirects } from '../host/index.ts';
import { digestData } from './digest-data.ts';
import { toOutput, type Output } from './outputs.ts';

/** The files with the headers and the redirects of a site. */
const headersFile = '_headers';
const redirectsFile = '_redirects';

/** The settings that some public files follow. */
type PublicSettings = Pick<Site, 'base' | 'accent'>;

/** Files that follow settings: rules for the host, whose paths are written as for a site at the root, and the style of feeds. */
const adapters: Readonly<Record<string, (text: string, settings: PublicSettings) => string>> = {
  [headersFile]: (text, { base }) => addBaseToHeaders(text, base),
  [redirectsFile]: (text, { base }) => addBaseToRedirects(text, base),
  'feed.css': (text, { accent }) => replaceAccent(text, accent),
};

/**
 * Lists the files of the public folders, which are published as they are, except those that follow settings. A file replaces one of
 * the same name in an earlier folder; headers are added to those of earlier folders.
 *
 * @param folders absolute paths
 * @param redirects lines of `_redirects` to put before those of the public folders, whose patterns might match the same addresses
 */
export async function listPublicOutputs(
  folders: readonly string[],
  { base, accent }: PublicSettings,
  redirects = '',
): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const [file, sources] of await listSources(folders)) {
    const states = await Promise.all(
      sources.map(async (source) => {
        const { size, mtimeMs, ctimeMs, ino } = await stat(source);
        return [size, mtimeMs, ctimeMs, ino];
      }),
    );
    const adapt = adapters[file];
    const before = file === redirectsFile ? redirects : '';
    outputs.push({
      file,
      key: digestData(file, states, adapt === undefined ? [] : [base, accent], before),
      make: async () =>
        adapt === undefined
          ? { copyOf: sources.at(-1) ?? '' }
          : Buffer.from(before + adapt(await readAll(sources), { base, accent })),
    });
  }
  const hasRedirects = outputs.some(({ file }) => file === redirectsFile);
  if (!hasRedirects && redirects !== '') outputs.push(toOutput(redirectsFile, Buffer.from(redirects)));
  return outputs;
}

/** Returns the absolute paths of the sources of each public file, by its path. */
async function listSources(folders: readonly string[]): Promise<Map<string, string[]>> {
  const sources = new Map<string, string[]>();
  for (const folder of folders) {
    for (const file of await listFiles(folder)) {
      const earlier = file === headersFile ? (sources.get(file) ?? []) : [];
      sources.set(file, [...earlier, path.join(folder, file)]);
    }
  }
  return sources;
}

async function readAll(files: readonly string[]): Promise<string> {
  return (await Promise.all(files.map(async (file) => readFile(file, 'utf8')))).join('\n');
}

/**
 * Lists the files below a folder by path with forward slashes. Follows links, as they are published as what they point to, except
 * those to a folder that they are in.
 *
 * @param around identities of the folders that `below` is in
 */
async function listFiles(folder: string, below = '', around: readonly string[] = []): Promise<string[]> {
  const names = await readdir(path.join(folder, below)).catch(() => []);
  const files: string[] = [];
  for (const name of names.sort()) {
    const file = below === '' ? name : `${below}/${name}`;
    const found = await stat(path.join(folder, file)).catch(() => undefined);
    const identity = `${found?.dev}:${found?.ino}`;
    if (found?.isFile() === true) files.push(file);
    else if (found?.isDirectory() === true && !around.includes(identity))
      files.push(...(await listFiles(folder, file, [...around, identity])));
  }
  return files;
}
