import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildCache, siteCache } from '../../cache/index.ts';
import { claim } from '../claim.ts';
import { root } from '../root.ts';

/** The cache of a site, used by one build at a time. */
interface ReservedCache {
  folder: string;
  release: () => void;
}

/** The cache of a site, which may belong to a build. */
interface BorrowedCache extends ReservedCache {
  /** Whether a build uses it, so that nothing may be changed in it. */
  isReadOnly: boolean;
}

/**
 * Reserves the cache of a content folder for this process. Waits while another build of the same content uses it.
 *
 * @param options.clean whether to delete what earlier builds have kept
 */
export async function reserveCache(content: string, { clean }: { clean: boolean }): Promise<ReservedCache> {
  const site = openSiteCache(content);
  let own = await claim(path.join(site, 'used-by-'));
  if (typeof own === 'number')
    console.log(`Waiting for another build of the same content to end (process ${own})`);
  while (typeof own === 'number') {
    await setTimeout(500);
    own = await claim(path.join(site, 'used-by-'));
  }
  const folder = buildCache(root, content);
  if (clean) rmSync(folder, { recursive: true, force: true });
  const reserved = own;
  return {
    folder,
    release: () => {
      rmSync(reserved, { recursive: true, force: true });
    },
  };
}

/** Reserves the cache of a content folder for this process, or returns it for reading while a build uses it. */
export async function borrowCache(content: string): Promise<BorrowedCache> {
  const site = openSiteCache(content);
  const own = await claim(path.join(site, 'used-by-'));
  return {
    folder: buildCache(root, content),
    isReadOnly: typeof own === 'number',
    release: () => {
      if (typeof own === 'string') rmSync(own, { recursive: true, force: true });
    },
  };
}

function openSiteCache(content: string): string {
  const site = siteCache(root, content);
  mkdirSync(site, { recursive: true });
  return site;
}
