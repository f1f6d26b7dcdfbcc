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
 * Replaces Vite's preload helper for dynamic imports, 0.6 KB on every page, by a short one: it loads no style sheets, since none of
 * our lazy-loaded code has any, and of the scripts that another one imports only those of search. Otherwise they would be requested
 * one after the other. Each importing file gets its own copy, because a shared one would be one more file to request.
 *
 * @type {import('vite').Plugin}
 */
const plainImports = {
  name: 'narani:plain-imports',
  enforce: 'pre',
  configEnvironment: () => ({
    build: {
      modulePreload: {
        polyfill: false,
        resolveDependencies: (file, dependencies) => (/\bstart\./.test(file) ? dependencies : []),
      },
    },
  }),
  resolveId: (id, importer) => (id === '\0vite/preload-helper.js' ? `\0plain-import:${importer}` : undefined),
  load: (id) =>
    !id.startsWith('\0plain-import:')
      ? undefined
      : id.includes('/src/client/')
        ? `export const __vitePreload = (load, files) => {
            for (const href of files) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: new URL('../' + href, import.meta.url) }));
            return load();
          };`
        : 'export const __vitePreload = (load) => load();',
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
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // By default, the name of the script of every page has 60 letters, which weigh 30 bytes compressed.
              entryFileNames: '_astro/[hash].js',
              // A few hundred bytes that most lazy-loaded scripts share: one request instead of three.
              codeSplitting: {
                groups: [{ name: 'shared', test: /rolldown|load-sheet|locale\/locale\.ts/ }],
              },
            },
          },
        },
      },
    },
    server: { fs: { allow: [root, folders.content] } },
  },
});
