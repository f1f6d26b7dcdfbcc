import type { AstroIntegration } from 'astro';
import { cacheFolder, evictUnused } from '../cache/index.ts';

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
 * Creates the Astro integration that evicts unused files from the build cache at the end of a build. It must come after every integration
 * that uses the cache. The development server renders only the pages an author opens, so it evicts nothing.
 */
export function evictUnusedCache(): AstroIntegration {
  let folder = '';
  let start = new Date();
  return {
    name: 'narani:cache',
    hooks: {
      // The content is loaded before the build starts, and uses the cache, too.
      'astro:config:done': ({ config }) => {
        folder = cacheFolder(config.cacheDir);
        start = new Date();
      },
      'astro:build:done': async () => {
        await evictUnused(folder, start);
      },
    },
  };
}
