import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';

type Watcher = NonNullable<LoaderContext['watcher']>;

const debounceMs = 30;

/**
 * Calls `load` at once, and again after changes below any of the folders, debounced. Calls are queued, so that two never race: a change
 * during the first call causes a second one. An error is logged, and the next change tries again. Resolves after the first call.
 */
export async function loadOnChange(
  watcher: Watcher,
  folders: readonly string[],
  load: () => Promise<void>,
  logger: Pick<LoaderContext['logger'], 'error'>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = (): void => {
    running = running.then(load).catch((error: unknown) => {
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
  run();
  await running;
}
