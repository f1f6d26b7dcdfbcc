import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { putFontsIn } from './put-in.ts';

/**
 * The site's own font as an Astro integration: a build ends with subsets of what its pages show; the development server,
 * whose pages are not all there, serves the whole fonts under the same name.
 */
export function webFonts(): AstroIntegration {
  let cache = '';
  return {
    name: 'narani:fonts',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        const preview = path.join(import.meta.dirname, 'preview.css');
        if (command === 'dev') injectScript('page-ssr', `import ${JSON.stringify(preview)};`);
      },
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('kept/fonts/', config.cacheDir));
      },
      'astro:build:done': async ({ dir }) => {
        await putFontsIn(fileURLToPath(dir), cache);
      },
    },
  };
}
