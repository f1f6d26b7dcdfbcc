import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { buildCache } from '../cache/index.ts';
import { formatReport } from '../diagnostics/index.ts';
import { createFileTools } from '../routes/index.ts';
import { cacheIndexTools } from '../search/build/index.ts';
import { resolveNow } from '../environment/index.ts';
import { openTexts } from '../texts/index.ts';
import { createPreviewMiddleware, createSlashMiddleware } from './middleware.ts';
import { createPreviewSource } from './preview-source.ts';
import { createPreview } from './preview.ts';
import { createRequestMonitor } from './request-monitor.ts';
import { createPreviewSearch } from './search.ts';
import { loadOnChange } from './watch-content.ts';

type ViteDevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * Creates the Astro integration for the development server: pages and files from the content as it is now, drafts and mistakes
 * included, the full fonts, and the overview of translations. After a change of the content, browsers load their page again.
 *
 * @param content absolute path of the content folder
 */
export function sitePreview(content: string): AstroIntegration {
  let options: PreviewOptions | undefined;
  let startServing = (): void => undefined;
  return {
    name: 'narani:preview',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute, injectScript }) => {
        if (command !== 'dev') return;
        const root = fileURLToPath(config.root);
        options = {
          content,
          root,
          publicFolder: fileURLToPath(config.publicDir),
          cache: buildCache(root, content),
          base: config.base.replace(/\/?$/, '/'),
        };
        const fonts = fileURLToPath(new URL('../fonts/preview.css', import.meta.url));
        const problems = fileURLToPath(new URL('problems.css', import.meta.url));
        for (const sheet of [fonts, problems]) injectScript('page-ssr', `import ${JSON.stringify(sheet)};`);
        injectRoute({
          pattern: '/[locale]/translations',
          entrypoint: new URL('../pages/[locale]/_translations.astro', import.meta.url),
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        if (options !== undefined) startServing = servePreview(server, options, logger);
      },
      'astro:server:start': () => {
        startServing();
      },
    },
  };
}

/** The folders of a preview, as absolute paths, and its address. */
interface PreviewOptions {
  content: string;
  root: string;
  publicFolder: string;
  cache: string;
  /** Base path of the site when the server was started: `/kb/`. */
  base: string;
}

/** Adds the preview to the server. Returns a function to call once Astro has added its own middlewares. */
function servePreview(
  server: ViteDevServer,
  options: PreviewOptions,
  logger: AstroIntegrationLogger,
): () => void {
  const { content, publicFolder, root, cache, base } = options;
  const texts = openTexts({
    ...options,
    now: resolveNow(process.env),
    mode: 'preview',
    onProgress: reportProgress(logger),
  });
  const tools = createFileTools(root, cache);
  const { middleware, idle } = createRequestMonitor();
  const source = createPreviewSource({
    texts,
    toPreview: async (site) => createPreview(site, tools, options),
    idle,
  });
  const load = async (): Promise<void> => {
    const site = await source.load();
    if (site.diagnostics.length > 0) logger.warn(`\n${formatReport(site.diagnostics)}`);
    server.ws.send({ type: 'full-reload' });
  };
  const search = createPreviewSearch({
    fetchPage: async (href) => fetchPage(new URL(href, originOf(server))),
    tools: cacheIndexTools(cache),
  });
  server.middlewares.use(middleware);
  server.middlewares.use(createPreviewMiddleware({ source, search, base }));
  logger.info(`Translation status of all articles: ${base}<locale>/translations/`);
  void loadOnChange(server.watcher, [content, publicFolder], load, logger);
  return () => {
    server.middlewares.stack.unshift({ route: '', handle: createSlashMiddleware({ source, base }) });
  };
}

/** Returns a function that logs the progress of a long load at its beginning, every few seconds, and at its end. */
function reportProgress(logger: AstroIntegrationLogger): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    if (total < 10 || (done < total && performance.now() - last < 3000)) return;
    last = performance.now();
    logger.info(`Prepared ${done} of ${total} articles`);
  };
}

function originOf({ resolvedUrls }: ViteDevServer): string {
  return new URL(resolvedUrls?.local[0] ?? 'http://localhost:4321').origin;
}

/** Fetches a page, or returns `undefined` if it has an error, which the page itself shows its author. */
async function fetchPage(address: URL): Promise<string | undefined> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  return response.ok ? response.text() : undefined;
}
