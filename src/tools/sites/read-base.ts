import { readSite } from '../../sources/index.ts';

/** The folder in which a site with this content is on its host, as its settings have it. */
export async function readBase(content: string): Promise<string> {
  const site = await readSite(content);
  if (!Array.isArray(site)) return site.base;
  throw new Error(
    `site.yaml in ${content} cannot be read.\n` +
      '  why  It says under which path the pages are.\n' +
      '  fix  Correct what `npm run check` reports.',
  );
}
