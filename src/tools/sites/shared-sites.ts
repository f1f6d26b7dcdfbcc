import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSite, fixtureSite, listFiles, root } from './run.ts';

/** The two sites that all suites share: the project's own content, and a small site with every state under a base path. */
export const sharedSites = {
  narani: { content: path.join(root, 'content'), base: '/' },
  fixture: { content: fixtureSite, base: '/kb/' },
} as const;

export type SharedSite = keyof typeof sharedSites;

/** Lists the shared sites that can be built: Narani’s own content may have been deleted by the owner of another site. */
export function listSharedSites(): SharedSite[] {
  return (['narani', 'fixture'] as const).filter((name) =>
    existsSync(path.join(sharedSites[name].content, 'articles')),
  );
}

const folder = path.join(root, '.cache/sites');

/**
 * Returns the output folder of a shared site, building it unless a build of the same inputs is cached.
 *
 * The name of the folder holds a content hash of everything a build depends on, and a build puts its output in place by an atomic
 * rename: a folder that exists is complete and fresh. Builds of other inputs are removed.
 */
export async function buildSharedSite(name: SharedSite): Promise<string> {
  const { content } = sharedSites[name];
  const output = path.join(folder, `${name}-${digestInputs(content)}`);
  if (existsSync(output)) return output;
  removeOtherBuilds(name);
  await buildSite(content, output);
  return output;
}

/** Hashes a content folder, the program without its tests and tools, the installed packages, Node and the day. */
function digestInputs(content: string): string {
  const { SOURCE_DATE_EPOCH = new Date().toDateString() } = process.env;
  const hash = createHash('sha256').update(`${process.version} ${SOURCE_DATE_EPOCH}`);
  const isProgram = (file: string): boolean => !/^(?:testing|tools)\/|\.test\.ts$|README\.md$/.test(file);
  const files = [
    ...filesBelow(path.join(root, 'src')).filter((file) => isProgram(path.relative(`${root}/src`, file))),
    ...filesBelow(path.join(root, 'public')),
    ...filesBelow(content),
    ...['astro.config.mjs', 'package-lock.json', 'tsconfig.json'].map((file) => path.join(root, file)),
  ];
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(directory: string): string[] {
  return listFiles(directory).map((file) => path.join(directory, file));
}

function removeOtherBuilds(name: SharedSite): void {
  if (!existsSync(folder)) return;
  for (const each of readdirSync(folder).filter((item) => item.includes(`${name}-`)))
    rmSync(path.join(folder, each), { recursive: true, force: true });
}
