import { expect, test, vi } from 'vitest';
import type { LoadedSite, PartlyLoadedSite } from '../texts/index.ts';
import { createPreviewSource } from './preview-source.ts';
import type { Preview } from './preview.ts';

/** Creates a source of texts of which none is made yet, or all are. A preview is named after the folders that were wanted. */
function open({ isComplete = false, error }: { isComplete?: boolean; error?: Error } = {}) {
  const idle = Promise.withResolvers<undefined>();
  const loaded = Promise.withResolvers<LoadedSite>();
  const load = vi.fn(() => loaded.promise);
  const site = (name: string): LoadedSite => ({ name }) as unknown as LoadedSite;
  const texts = {
    load,
    loadPart: (wanted: ReadonlySet<string>): Promise<PartlyLoadedSite> =>
      error === undefined
        ? Promise.resolve({ ...site([...wanted].join()), isComplete })
        : Promise.reject(error),
  };
  const toPreview = (each: LoadedSite): Preview => each as unknown as Preview;
  const source = createPreviewSource({ texts, toPreview, idle: async () => idle.promise });
  return {
    source,
    load,
    becomeIdle: () => {
      idle.resolve(undefined);
    },
    finish: (name: string) => {
      loaded.resolve(site(name));
    },
  };
}

test('Pages get the texts that they show before all others are made', async () => {
  const { source, load, becomeIdle, finish } = open();
  const first = source.load();
  expect(await source.with('articles/a')).toMatchObject({ name: 'articles/a' });
  expect(await source.with('articles/b')).toMatchObject({ name: 'articles/a,articles/b' });
  expect(await source.with()).toMatchObject({ name: 'articles/a,articles/b' });
  expect(load).not.toHaveBeenCalled();
  becomeIdle();
  finish('all');
  await first;
  expect(await source.with('articles/c')).toMatchObject({ name: 'all' });
  expect(await source.whole()).toMatchObject({ name: 'all' });
});

test('If all texts are in the caches, they are loaded once', async () => {
  const { source, load } = open({ isComplete: true });
  await source.load();
  expect(load).not.toHaveBeenCalled();
  expect(await source.whole()).toMatchObject({ isComplete: true });
});

test('If the first load fails, requests get the error at once, and the preview after a load that succeeds', async () => {
  const { source, finish } = open({ error: new Error('Cannot read site.yaml') });
  const waiting = source.whole();
  await expect(source.load()).rejects.toThrow('Cannot read site.yaml');
  await expect(waiting).rejects.toThrow('Cannot read site.yaml');
  await expect(source.with('articles/a')).rejects.toThrow('Cannot read site.yaml');
  finish('all');
  await source.load();
  expect(await source.with()).toMatchObject({ name: 'all' });
});
