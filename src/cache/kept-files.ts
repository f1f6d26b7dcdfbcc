import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { forgetUnused } from './keep-file.ts';

/**
 * Where files are kept from one build to the next, as an Astro integration: a whole build ends with forgetting what it did not
 * ask for. It must stand after all that keep files. The development server, which makes only what is looked at, forgets nothing.
 */
export function keptFiles(): AstroIntegration {
  let folder = '';
  let start = new Date();
  return {
    name: 'narani:cache',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL('kept/', config.cacheDir));
      },
      'astro:build:start': () => {
        start = new Date();
      },
      'astro:build:done': async () => {
        await forgetUnused(folder, start);
      },
    },
  };
}
