import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { CalendarDate } from '../locale/index.ts';
import type { Site, Topics } from '../model/index.ts';
import { readSettings, todayAt } from '../sources/index.ts';
import type { LoaderOptions } from './entries.ts';
import type { StoredArticle } from './stored.ts';
import { onContentChange } from './watch.ts';

/** The settings of a site as pages find them in Astro's store. */
export interface StoredSettings {
  site: Site;
  topics: Topics;
  /** The day the site is built on. */
  today: CalendarDate;
  /** Whether the site is shown to its author alone: with drafts, and with the scripts and styles of the development server. */
  isPreview: boolean;
}

/** All that every page knows of its site. */
export interface SiteSettings extends StoredSettings {
  /** Single pages, to which the head of every page links. */
  pages: readonly StoredArticle[];
}

/** Hand the settings to Astro's content layer, as the one entry `site`. What is wrong with them the entries' loader tells. */
export function settingsLoader({ content, now }: LoaderOptions): Loader {
  return {
    name: 'narani-settings',
    async load({ store, watcher, logger, config }) {
      const load = async (): Promise<void> => {
        const { site, topics } = await readSettings(content, fileURLToPath(config.root));
        const isPreview = watcher !== undefined;
        store.clear();
        store.set({
          id: 'site',
          data: { site, topics, today: todayAt(now, site), isPreview } satisfies StoredSettings,
        });
      };
      await load();
      if (watcher !== undefined) onContentChange(watcher, [content], load, logger);
    },
  };
}
