import { setImmediate } from 'node:timers/promises';
import { checkLibrary } from '../check/index.ts';
import { errorsIn, type Diagnostic } from '../diagnostics/index.ts';
import { createLibraryInTurns } from '../library/index.ts';
import { readContent, type ContentFolders } from '../sources/index.ts';
import { todayAt } from '../environment/index.ts';
import { digestCode } from './code-digest.ts';
import { ContentError } from './content-error.ts';
import type { LoadedSite, StoredEntry } from './site.ts';
import { diagnosticsOf, storeEntry, toPlaceholder } from './store-entry.ts';

/** What the texts of a site are loaded from, and for. */
export interface TextsOptions extends ContentFolders {
  /** Absolute path of the build cache. */
  cache: string;
  /** The instant of the build. */
  now: Date;
  /** A `build` stops at errors in the content. A `preview` has placeholders for entries that can't be read. */
  mode: 'build' | 'preview';
}

/** The texts of a site. */
export interface Texts {
  /**
   * Loads the site as its content is now, and renders what has changed. In a build, throws a {@link ContentError} if there are
   * errors in the content.
   */
  load: () => Promise<LoadedSite>;
}

/** Opens the texts of a site. */
export function openTexts(options: TextsOptions): Texts {
  return { load: () => load(options) };
}

async function load({ cache, now, mode, ...folders }: TextsOptions): Promise<LoadedSite> {
  const { root } = folders;
  const read = await readContent(folders);
  const library = await createLibraryInTurns(read, todayAt(now, read.site));
  const { content } = library;
  const checked = await checkLibrary(library);
  const code = await digestCode();
  const files = new Set([...content.entries, ...content.unreadable].map(({ file }) => file));
  const diagnostics: Diagnostic[] = [...checked];
  const entries: StoredEntry[] = [];
  for (const text of library.texts) {
    const stored = await storeEntry(text, diagnosticsOf(text, checked, files), { cache, code, root });
    diagnostics.push(...stored.diagnostics);
    entries.push(stored.entry);
    // A server must answer meanwhile.
    await setImmediate();
  }
  const isPreview = mode === 'preview';
  if (!isPreview && errorsIn(diagnostics).length > 0) throw new ContentError(diagnostics);
  if (isPreview)
    for (const place of content.unreadable) entries.push(await toPlaceholder(place, diagnostics, cache));
  const { site, topics } = content;
  return { settings: { site, topics, today: library.today, isPreview }, entries, diagnostics, library };
}
