import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readSettings, todayAt } from '../sources/index.ts';
import type { LoaderOptions } from './entries-loader.ts';
import { pack, type StoredSettings } from './stored.ts';
import { loadOnChange } from './watch-content.ts';

/**
 * Loads the settings into Astro's content layer, as the single entry `site`. Mistakes in them are not reported here:
 * `entriesLoader` reports those together with mistakes in texts.
 */
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
          data: pack<StoredSettings>({ site, topics, today: todayAt(now, site), isPreview }),
        });
      };
      if (watcher === undefined) await load();
      else await loadOnChange(watcher, [content], load, logger);
    },
  };
}
