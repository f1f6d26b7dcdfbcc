import { checkLibrary } from '../check/index.ts';
import { errorsIn } from '../diagnostics/index.ts';
import { todayAt } from '../environment/index.ts';
import { folderOf } from '../model/index.ts';
import type { Content, ContentFolders, EntryFile } from '../sources/index.ts';
import { openCaches } from './caches.ts';
import { ContentError } from './content-error.ts';
import {
  createLibraryDeriver,
  findSurveyed,
  type LibraryDeriver,
  type ReportProgress,
} from './derive-library.ts';
import { createEntryMaker, toPending, toPlaceholder, type EntryMaker } from './make-entries.ts';
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
  /**
   * Loads the site without making what takes long: if many articles have no survey in the caches, each has only its titles, unless its
   * folder (`articles/ps-vs-top`) is wanted. No rules are checked then.
   */
  loadPart: (wanted: ReadonlySet<string>) => Promise<PartlyLoadedSite>;
}

/** A site, and whether it is all there. */
export interface PartlyLoadedSite extends LoadedSite {
  isComplete: boolean;
}

/** Opens the texts of a site. */
export function openTexts(options: TextsOptions): Texts {
  let steps: Promise<Steps> | undefined;
  const open = (): Promise<Steps> => (steps ??= openSteps(options));
  return {
    load: async () => {
      const opened = await open();
      return load(await opened.read(), opened, options);
    },
    loadPart: async (wanted) => loadPart(wanted, await open(), options),
  };
}

interface Steps {
  read: () => Promise<Content>;
  isSurveyed: (entry: EntryFile) => boolean;
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
    isSurveyed: findSurveyed(caches),
    derive: createLibraryDeriver(caches, 'render', onProgress),
    makeEntries: createEntryMaker(caches, { root, verifiesBodies }),
  };
}

async function load(
  content: Content,
  { derive, makeEntries }: Steps,
  {
    now,
    mode,
    cache,
    isPart = false,
    others = [],
  }: TextsOptions & { isPart?: boolean; others?: readonly EntryFile[] },
): Promise<LoadedSite> {
  const library = await derive(content, todayAt(now, content.site), { isPart, others });
  // Rules about relations between texts need all of them.
  const checked = isPart ? [...library.content.diagnostics] : await checkLibrary(library);
  const made = await makeEntries(library, checked, { isPart });
  const diagnostics = [...checked, ...made.diagnostics];
  const { site, logo, topics, series, unreadable } = library.content;
  const ownLogo = logo !== undefined && 'svg' in logo ? logo.svg : undefined;
  const settings = {
    site,
    logo: ownLogo,
    topics,
    series,
    today: library.today,
    isPreview: mode === 'preview',
  };
  if (mode === 'preview') {
    const placeholders = unreadable.map(async (place) => toPlaceholder(place, diagnostics, cache));
    const entries = [...made.entries, ...(await Promise.all(placeholders))];
    return { settings, entries, diagnostics, library };
  }
  if (errorsIn(diagnostics).length > 0) throw new ContentError(diagnostics);
  return { settings, entries: made.entries, diagnostics, library };
}

/** Up to this many articles are made at once, as that takes less than a few seconds. */
const fewArticles = 40;

async function loadPart(
  wanted: ReadonlySet<string>,
  steps: Steps,
  options: TextsOptions,
): Promise<PartlyLoadedSite> {
  const content = await steps.read();
  const unknown = new Set(content.entries.filter((entry) => !steps.isSurveyed(entry)).map(folderOf));
  const isPending = (entry: EntryFile): boolean =>
    unknown.has(folderOf(entry)) && !wanted.has(folderOf(entry));
  const pending = content.entries.filter(isPending);
  if (pending.length === 0 || unknown.size <= fewArticles)
    return { ...(await load(content, steps, options)), isComplete: true };
  const part = {
    ...content,
    entries: content.entries.filter((entry) => !isPending(entry)),
  };
  const loaded = await load(part, steps, { ...options, isPart: true, others: pending });
  const entries = [...loaded.entries, ...pending.map(toPending)];
  return { ...loaded, entries, isComplete: false };
}
