import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestSources, recordUse } from '../cache/index.ts';
import type { PageLocals } from '../page-model/index.ts';

/** The bundled pages of a site, with the styles and scripts that they load. Contains no content. */
export interface Program {
  /** Content hash of everything the program is made of. */
  digest: string;
  /** Absolute path of the module that exports `renderPage`. */
  entry: string;
  /** Absolute path of the folder with the files that browsers load. */
  assets: string;
}

/** Options of {@link prepareProgram}. */
interface ProgramOptions {
  /** Absolute path of the project. */
  root: string;
  /** Absolute path of the folder in which programs are kept. */
  folder: string;
  /** The address of the site, which the bundled code contains. */
  address: { origin: string; base: string };
  /** Bundles the program into a new folder, which may be moved. Returns its absolute path. */
  bundle: () => Promise<string>;
}

/** Folders of `src` that no page imports. */
const otherFolders = ['cli', 'import', 'testing', 'tools'];

/** The file in a program's folder that lists its files with their content hashes. It is written last. */
const listName = 'files.json';

/** Returns the program of the current code: the one kept by an earlier build, or a new one if the code has changed or the kept one is damaged. */
export async function prepareProgram({ root, folder, address, bundle }: ProgramOptions): Promise<Program> {
  const digest = digestProgram(root, address);
  const kept = path.join(folder, digest);
  if (!(await isIntact(kept))) {
    const fresh = await bundle();
    await writeFile(path.join(fresh, listName), JSON.stringify(digestFiles(fresh)));
    await rm(kept, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await rename(fresh, kept).catch(async () => cp(fresh, kept, { recursive: true }));
    await rm(fresh, { recursive: true, force: true });
  }
  return { digest, entry: path.join(kept, 'server/entry.mjs'), assets: path.join(kept, 'client') };
}

/** Loads the function of a program that renders a page as HTML, see `program-entry.ts`. */
export async function loadRenderer({
  entry,
}: Pick<Program, 'entry'>): Promise<(href: string, locals: PageLocals) => Promise<string>> {
  const { renderPage } = (await import(pathToFileURL(entry).href)) as typeof import('./program-entry.ts');
  return renderPage;
}

function digestProgram(root: string, { origin, base }: ProgramOptions['address']): string {
  const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true })
    .filter((item) => item.isDirectory() && !otherFolders.includes(item.name))
    .map(({ name }) => `src/${name}`)
    .sort();
  const code = digestSources(root, folders);
  const config = readFileSync(path.join(root, 'astro.config.mjs'), 'utf8');
  return createHash('sha256')
    .update(JSON.stringify([code, config, origin, base, process.version]))
    .digest('hex');
}

/** Returns whether a kept program has exactly the files that were written. */
async function isIntact(folder: string): Promise<boolean> {
  const list = path.join(folder, listName);
  try {
    const expected = JSON.parse(readFileSync(list, 'utf8')) as unknown;
    if (JSON.stringify(expected) !== JSON.stringify(digestFiles(folder))) return false;
  } catch {
    return false;
  }
  return recordUse(list);
}

/** Returns the content hash of each file below a folder, by path, except of the list itself. */
function digestFiles(folder: string): Record<string, string> {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  const digests: [string, string][] = [];
  for (const item of items) {
    const file = path.join(item.parentPath, item.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (item.isDirectory() || name === listName) continue;
    digests.push([name, createHash('sha256').update(readFileSync(file)).digest('hex')]);
  }
  return Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
}
