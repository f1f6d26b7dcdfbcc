import { createHash } from 'node:crypto';
import path from 'node:path';
import { defineConfig } from 'astro/config';
import { keptFiles } from './src/cache/index.ts';
import { translationOverview } from './src/development/index.ts';
import { webFonts } from './src/fonts/index.ts';
import { searchIndex, toSearchSettings } from './src/search/build/index.ts';
import { readContent, readSite, resolveFolders, fallbackSite } from './src/sources/index.ts';

const root = import.meta.dirname;
const folders = resolveFolders(process.env, process.cwd());
// What is wrong with site.yaml the build tells together with everything else; until then there are settings to go on with.
const read = await readSite(folders.content);
const site = Array.isArray(read) ? fallbackSite : read;

async function readSearchSettings() {
  const publicFolder = path.join(root, 'public');
  return toSearchSettings(await readContent({ content: folders.content, publicFolder, root }));
}

/**
 * Code that is loaded late brings no style sheet with it: what Vite puts into every page for that, 0.6 KB, can go. Each file
 * that imports has its own in place of it, since one for all would be a file to ask for.
 *
 * @type {import('vite').Plugin}
 */
const plainImports = {
  name: 'narani:plain-imports',
  enforce: 'pre',
  configEnvironment: () => ({ build: { modulePreload: false } }),
  resolveId: (id, importer) => (id === '\0vite/preload-helper.js' ? `\0plain-import:${importer}` : undefined),
  load: (id) =>
    id.startsWith('\0plain-import:') ? 'export const __vitePreload = (load) => load();' : undefined,
};

export default defineConfig({
  site: site.origin,
  base: site.base,
  outDir: folders.output,
  // Two sites built from one checkout must not take each other's stored texts for stale.
  cacheDir: `./node_modules/.astro/${createHash('sha256').update(folders.content).digest('hex').slice(0, 8)}`,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  image: { layout: 'constrained', responsiveStyles: true },
  integrations: [
    webFonts(),
    searchIndex({ content: folders.content, settings: readSearchSettings }),
    translationOverview(),
    keptFiles(),
  ],
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImports],
    build: { assetsInlineLimit: 0 },
    server: { fs: { allow: [root, folders.content] } },
  },
});
