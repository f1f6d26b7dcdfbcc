import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { loadOnChange } from './watch-content.ts';

/** Creates a watcher, and a function that calls `load` on its events. */
function watch(load: () => Promise<void>) {
  const watcher = Object.assign(new EventEmitter(), { add: vi.fn() });
  const logger = { error: vi.fn() };
  const first = loadOnChange(
    watcher as unknown as Parameters<typeof loadOnChange>[0],
    ['/content'],
    load,
    logger,
  );
  return { first, logger, change: (file: string) => watcher.emit('all', 'change', file) };
}

test('Content is loaded at once, and again after a change below its folder', async () => {
  const load = vi.fn(() => Promise.resolve());
  const { first, change } = watch(load);
  await first;
  expect(load).toHaveBeenCalledTimes(1);
  change('/elsewhere/a.md');
  change('/content/articles/a/ko.md');
  await vi.waitFor(() => {
    expect(load).toHaveBeenCalledTimes(2);
  });
});

test('A change during the first load causes a second one, after it', async () => {
  let running = 0;
  const load = vi.fn(async () => {
    running += 1;
    expect(running).toBe(1);
    await setTimeout(100);
    running -= 1;
  });
  const { first, change } = watch(load);
  await setTimeout(10);
  change('/content/articles/renamed');
  await first;
  await vi.waitFor(() => {
    expect(load).toHaveBeenCalledTimes(2);
  });
});

test('An error of the first load is logged, and the next change tries again', async () => {
  const load = vi
    .fn(() => Promise.resolve())
    .mockRejectedValueOnce(new Error('ENOENT: no such file or directory'));
  const { first, logger, change } = watch(load);
  await first;
  expect(logger.error).toHaveBeenCalledWith('ENOENT: no such file or directory');
  change('/content/articles/a/ko.md');
  await vi.waitFor(() => {
    expect(load).toHaveBeenCalledTimes(2);
  });
});
