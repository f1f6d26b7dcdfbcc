import { defineConfig } from 'astro/config';
import { pageProgram } from './src/astro/adapter.ts';
import { siteCache } from './src/cache/index.ts';
import { sitePreview } from './src/preview/index.ts';
import { readSite, fallbackSite } from './src/sources/index.ts';
import { resolveFolders } from './src/environment/index.ts';

const root = import.meta.dirname;
const folders = resolveFolders(process.env, process.cwd());
// Errors in site.yaml are reported by the build together with all others, so invalid settings are replaced by defaults here.
const read = await readSite(folders.content);
const site = Array.isArray(read) ? fallbackSite : read;

/**
 * Replaces Vite's preload helper for dynamic imports, 0.6 KB on every page, by a plain call of `import()`. The helper loads the
 * style sheets of lazy-loaded code, and none of ours has any. Each importing file gets its own copy, because a shared one would
 * be one more file to request.
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
  output: 'server',
  adapter: pageProgram(),
  cacheDir: siteCache(root, folders.content),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [sitePreview(folders.content)],
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImports],
    build: { assetsInlineLimit: 0, copyPublicDir: false },
    // By default, the name of the script of every page has 60 letters, which weigh 30 bytes compressed.
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } } },
    },
    server: { fs: { allow: [root, folders.content] } },
  },
});
