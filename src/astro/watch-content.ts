import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';

type Watcher = NonNullable<LoaderContext['watcher']>;

const debounceMs = 30;

/** Calls `reload` after changes below any of the folders, debounced. Calls are queued, so that two reloads never race. */
export function onContentChange(
  watcher: Watcher,
  folders: readonly string[],
  reload: () => Promise<void>,
  logger: LoaderContext['logger'],
): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = (): void => {
    running = running.then(reload).catch((error: unknown) => {
      logger.error(error instanceof Error ? error.message : String(error));
    });
  };
  watcher.add([...folders]);
  watcher.on('all', (_event, changed) => {
    const isBelow = (folder: string): boolean =>
      !path.relative(folder, path.resolve(changed)).startsWith('..');
    if (!folders.some(isBelow)) return;
    clearTimeout(timer);
    timer = setTimeout(run, debounceMs);
  });
}
