import type { LoadedSite, Texts } from '../texts/index.ts';
import type { Preview } from './preview.ts';

/** The preview of the content as it is now. Its functions throw the error of loading if there is no preview because of it. */
export interface PreviewSource {
  /** Loads the content as it is now. An error leaves the last preview in place. */
  load: () => Promise<LoadedSite>;
  /** Returns the preview with all texts; waits until they are loaded for the first time. */
  whole: () => Promise<Preview>;
  /**
   * Returns the preview in which an article or single page is complete. The first load of many texts takes long, so until it is done
   * only those have their text that were asked for.
   *
   * @param folder folder of the article or single page (`articles/ps-vs-top`)
   */
  with: (folder?: string) => Promise<Preview>;
}

/** Options of {@link createPreviewSource}. */
interface SourceOptions {
  texts: Pick<Texts, 'load' | 'loadPart'>;
  toPreview: (site: LoadedSite) => Preview | Promise<Preview>;
  /** Resolves when nobody waits for a page. The first load of many texts begins then, as it would slow down that page. */
  idle: () => Promise<void>;
}

/** Creates a source of previews. */
export function createPreviewSource({ texts, toPreview, idle }: SourceOptions): PreviewSource {
  const first = Promise.withResolvers<Preview>();
  // Whoever waits for it gets the error.
  first.promise.catch(() => undefined);
  let whole = first.promise;
  let isSettled = false;
  let isLoaded = false;
  const settle = (result: Promise<Preview>): void => {
    result.catch(() => undefined);
    isSettled = true;
    whole = result;
    first.resolve(result);
  };
  const wanted = new Set<string>();
  const loadFirst = async (): Promise<LoadedSite> => {
    const site = await texts.loadPart(new Set(wanted));
    if (site.isComplete) return site;
    await idle();
    return texts.load();
  };
  return {
    load: async () => {
      const loading = isSettled ? texts.load() : loadFirst();
      const preview = loading.then(toPreview);
      try {
        await preview;
        isLoaded = true;
        settle(preview);
      } catch (error) {
        if (!isLoaded) settle(preview);
        throw error;
      }
      return loading;
    },
    whole: () => whole,
    with: async (folder) => {
      if (isSettled) return whole;
      if (folder !== undefined) wanted.add(folder);
      // Read again for each page: changes during the first load are loaded only after it.
      return toPreview(await texts.loadPart(new Set(wanted)));
    },
  };
}
