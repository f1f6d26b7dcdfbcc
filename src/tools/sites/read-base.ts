import { readSite } from '../../sources/index.ts';

/** Reads the base path of a site from the settings in its content folder. */
export async function readBase(content: string): Promise<string> {
  const site = await readSite(content);
  if (!Array.isArray(site)) return site.base;
  throw new Error(
    `site.yaml in ${content} is missing or invalid\n` +
      '  why  It sets the base path of the pages.\n' +
      '  fix  Fix the errors that `npm run check` reports.',
  );
}
