import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { Site, Topics } from '../model/index.ts';
import { readContent, type Folders } from '../sources/index.ts';
import { onContentChange } from './watch.ts';

/** The settings of a site as pages find them in Astro's store. */
export interface StoredSettings {
  site: Site;
  topics: Topics;
  /** Whether the site is shown to its author alone: with drafts, and with the scripts and styles of the development server. */
  isPreview: boolean;
}

/** Hand `site.yaml` and `topics.yaml` to Astro's content layer, as the one entry `site`. What is wrong with them the entries' loader tells. */
export function settingsLoader({ content }: Pick<Folders, 'content'>): Loader {
  return {
    name: 'narani-settings',
    async load({ store, watcher, logger, config }) {
      const load = async (): Promise<void> => {
        const { site, topics } = await readContent(content, fileURLToPath(config.root));
        store.clear();
        store.set({
          id: 'site',
          data: { site, topics, isPreview: watcher !== undefined } satisfies StoredSettings,
        });
      };
      await load();
      if (watcher !== undefined) onContentChange(watcher, content, load, logger);
    },
  };
}
