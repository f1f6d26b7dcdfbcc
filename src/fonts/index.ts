import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../cache/index.ts';
import { addFonts } from './add-fonts.ts';

/**
 * Creates the Astro integration for the site's font. A build adds subsets with the glyphs that its pages use. The development server
 * doesn't know all pages, so it serves the full fonts under the same family name.
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
        cache = cacheFolder(config.cacheDir, 'fonts');
      },
      'astro:build:done': async ({ dir }) => {
        await addFonts(fileURLToPath(dir), cache);
      },
    },
  };
}
