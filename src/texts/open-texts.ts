import { checkLibrary } from '../check/index.ts';
import { errorsIn } from '../diagnostics/index.ts';
import { todayAt } from '../environment/index.ts';
import type { Content, ContentFolders } from '../sources/index.ts';
import { openCaches } from './caches.ts';
import { ContentError } from './content-error.ts';
import { createLibraryDeriver, type LibraryDeriver, type ReportProgress } from './derive-library.ts';
import { createEntryMaker, toPlaceholder, type EntryMaker } from './make-entries.ts';
import { createCachedReader } from './cached-reader.ts';
import type { LoadedSite } from './site.ts';

/** The sources and the purpose of loaded texts. */
export interface TextsOptions extends ContentFolders {
  /** Absolute path of the build cache. */
  cache: string;
  /** The instant of the build. */
  now: Date;
  /** A `build` stops at errors in the content. A `preview` has placeholders for entries that can't be read. */
  mode: 'build' | 'preview';
  /** Whether all bodies are verified to be in the cache, as they are by default. Otherwise, `readBody` throws an error if one has been lost. */
  verifiesBodies?: boolean;
  /** Receives the number of articles made so far, if some must be made. */
  onProgress?: ReportProgress;
}

/** The texts of a site. */
export interface Texts {
  /**
   * Loads the site as its content is now. Makes again only what depends on changes, and returns the same objects for all else. In a
   * build, throws a {@link ContentError} if there are errors in the content.
   */
  load: () => Promise<LoadedSite>;
}

/** Opens the texts of a site. */
export function openTexts(options: TextsOptions): Texts {
  let steps: Promise<Steps> | undefined;
  return {
    load: async () => {
      steps ??= openSteps(options);
      return load(await steps, options);
    },
  };
}

interface Steps {
  read: () => Promise<Content>;
  derive: LibraryDeriver;
  makeEntries: EntryMaker;
}

async function openSteps({
  cache,
  root,
  content,
  publicFolder,
  verifiesBodies = true,
  onProgress,
}: TextsOptions): Promise<Steps> {
  const caches = await openCaches({ cache });
  return {
    read: createCachedReader({ content, publicFolder, root }, caches),
    derive: createLibraryDeriver(caches, 'render', onProgress),
    makeEntries: createEntryMaker(caches, { root, verifiesBodies }),
  };
}

async function load(
  { read, derive, makeEntries }: Steps,
  { now, mode, cache }: TextsOptions,
): Promise<LoadedSite> {
  const content = await read();
  const library = await derive(content, todayAt(now, content.site));
  const checked = await checkLibrary(library);
  const made = await makeEntries(library, checked);
  const diagnostics = [...checked, ...made.diagnostics];
  const { site, logo, topics, unreadable } = library.content;
  const ownLogo = logo !== undefined && 'svg' in logo ? logo.svg : undefined;
  const settings = { site, logo: ownLogo, topics, today: library.today, isPreview: mode === 'preview' };
  if (mode === 'preview') {
    const placeholders = unreadable.map(async (place) => toPlaceholder(place, diagnostics, cache));
    const entries = [...made.entries, ...(await Promise.all(placeholders))];
    return { settings, entries, diagnostics, library };
  }
  if (errorsIn(diagnostics).length > 0) throw new ContentError(diagnostics);
  return { settings, entries: made.entries, diagnostics, library };
}
