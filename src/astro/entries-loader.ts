import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { cacheFolder } from '../cache/index.ts';
import { checkLibrary } from '../check/index.ts';
import { errorsIn, formatReport, type Diagnostic } from '../diagnostics/index.ts';
import { createLibraryInTurns } from '../library/index.ts';
import { readContent, todayAt, type ContentFolders } from '../sources/index.ts';
import { digestCode } from './code-digest.ts';
import {
  diagnosticsOf,
  renderForStore,
  replaceEntries,
  toPlaceholders,
  type RenderedText,
} from './store-entries.ts';
import { loadOnChange } from './watch-content.ts';

/** Options of the loaders. */
export interface LoaderOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** The instant of the build. */
  now: Date;
}

/**
 * Loads every entry of the content folder into Astro's content layer, rendered to HTML.
 *
 * An entry is rendered again only if something its HTML depends on has changed. A build with errors stops, and its error message
 * lists all of them; in development, entries with errors are stored too, and their pages show the errors.
 */
export function entriesLoader({ content, now }: LoaderOptions): Loader {
  return {
    name: 'narani-entries',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const publicFolder = fileURLToPath(context.config.publicDir);
      const isStrict = context.watcher === undefined;
      const load = async (): Promise<void> =>
        loadEntries(context, { content, publicFolder, now, root, isStrict });
      if (context.watcher === undefined) await load();
      else await loadOnChange(context.watcher, [content, publicFolder], load, context.logger);
    },
  };
}

interface LoadOptions extends LoaderOptions, ContentFolders {
  isStrict: boolean;
}

async function loadEntries(
  context: LoaderContext,
  { now, isStrict, ...folders }: LoadOptions,
): Promise<void> {
  const { root } = folders;
  const { store } = context;
  const cache = cacheFolder(context.config.cacheDir, 'texts');
  const read = await readContent(folders);
  const library = await createLibraryInTurns(read, todayAt(now, read.site));
  const { content } = library;
  const checked = await checkLibrary(library);
  const code = await digestCode(root);
  const pictures = cacheFolder(context.config.cacheDir, 'pictures');
  const texts = new Set([...content.entries, ...content.unreadable].map(({ file }) => file));
  const diagnostics = [...checked];
  const entries: RenderedText['entry'][] = [];
  for (const text of library.texts) {
    const own = diagnosticsOf(text, checked, texts);
    const rendered = await renderForStore(text, own, { store, cache, code, root, pictures });
    diagnostics.push(...rendered.diagnostics);
    entries.push(rendered.entry);
    // Until it has loaded its modules, the development server must answer within Vite’s timeout of 60 s.
    await setImmediate();
  }
  if (isStrict && errorsIn(diagnostics).length > 0) throw new ContentError(diagnostics);
  if (!isStrict && diagnostics.length > 0) context.logger.warn(`\n${formatReport(diagnostics)}`);
  const unreadable = isStrict ? [] : toPlaceholders(content.unreadable, diagnostics);
  replaceEntries(store, [...entries, ...unreadable]);
}

/** Stops a build because of errors in the content. Its message is the report of all of them. */
class ContentError extends Error {
  override name = 'ContentError';

  constructor(diagnostics: readonly Diagnostic[]) {
    super(formatReport(diagnostics));
  }
}
