import { checkLibrary } from '../check/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { todayAt } from '../environment/index.ts';
import { textDigest, type Library, type Text } from '../library/index.ts';
import type { ContentFolders } from '../sources/index.ts';
import { openCaches, type CacheOptions, type TextCaches } from './caches.ts';
import { createLibraryDeriver, keepFinished } from './derive-library.ts';
import { createCachedReader } from './cached-reader.ts';
import { withTasks } from './task-pool.ts';

/** The content of a site, and everything wrong with it. */
export interface CheckedSite {
  library: Library;
  /** The same diagnostics that a build finds. */
  diagnostics: readonly Diagnostic[];
}

/** Checks the content of a site without rendering it. Uses what a build has cached. */
export async function checkSite(
  folders: ContentFolders,
  { now, ...options }: CacheOptions & { now: Date },
): Promise<CheckedSite> {
  const caches = await openCaches(options);
  const content = await createCachedReader(folders, caches)();
  const library = await createLibraryDeriver(caches, 'lint')(content, todayAt(now, content.site));
  const diagnostics = [...(await checkLibrary(library)), ...(await lintTexts(library, caches))];
  return { library, diagnostics };
}

/** Returns the diagnostics of rendering the texts of a library. */
async function lintTexts({ texts }: Library, caches: TextCaches): Promise<Diagnostic[]> {
  const { rendered, linted, cache, code } = caches;
  const digests = new Map(texts.map((text) => [text, textDigest(text, code)]));
  const find = (text: Text): readonly Diagnostic[] | undefined => {
    const digest = digests.get(text) ?? '';
    return rendered.get(digest)?.diagnostics ?? linted.get(digest);
  };
  const missing = texts.filter((text) => find(text) === undefined);
  if (missing.length > 0)
    await withTasks(missing.length, async (pool) =>
      Promise.all(
        missing.map(async (text) => {
          await keepFinished(await pool.run('finishText', text, { finish: 'lint', cache, code }), caches);
        }),
      ),
    );
  await linted.save(digests.values());
  return texts.flatMap((text) => find(text) ?? []);
}
