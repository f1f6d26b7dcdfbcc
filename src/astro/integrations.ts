import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder, digestSources, evictUnused, recordFolder, verifyFolder } from '../cache/index.ts';

/**
 * Creates the Astro integration that adds the page `/<locale>/translations/`, the translation status of every article. Authors see it in
 * development; builds do not contain it.
 */
export function translationOverview(): AstroIntegration {
  let address = '';
  return {
    name: 'narani:translations',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        if (command !== 'dev') return;
        address = `${config.base.replace(/\/?$/, '/')}<locale>/translations/`;
        injectRoute({
          pattern: '/[locale]/translations',
          entrypoint: new URL('../pages/[locale]/_translations.astro', import.meta.url),
          prerender: true,
        });
      },
      'astro:server:start': ({ logger }) => {
        logger.info(`Translation status of all articles: ${address}`);
      },
    },
  };
}

/**
 * Creates the Astro integration that maintains the caches of builds. At the start of a build it deletes optimized pictures that
 * were damaged since the last one: Astro publishes what it finds in its cache. At the end it evicts unused files from the build cache. It
 * must come after every integration that uses the cache. The development server renders only the pages an author opens, so it evicts nothing.
 */
export function maintainCache(): AstroIntegration {
  let root = '';
  let folder = '';
  let pictures = '';
  let packages = '';
  let start = new Date();
  return {
    name: 'narani:cache',
    hooks: {
      // The content is loaded before the build starts, and uses the cache, too.
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        folder = cacheFolder(config.cacheDir);
        pictures = fileURLToPath(new URL('assets', config.cacheDir));
        start = new Date();
      },
      'astro:build:start': async ({ logger }) => {
        packages = await packageVersions(root);
        const [first, ...others] = await verifyFolder(pictures, packages);
        if (first !== undefined)
          logger.warn(
            `${path.join(pictures, first)}: This cached picture${others.length > 0 ? ` and ${others.length} more are` : ' is'} damaged, so it is made again`,
          );
      },
      'astro:build:done': async () => {
        await recordFolder(pictures, packages);
        await evictUnused(folder, start);
      },
    },
  };
}

/** Returns a content hash of the lock file: the versions of the packages that optimize pictures. */
async function packageVersions(root: string): Promise<string> {
  return digestSources(root, []);
}
