import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { siteCache } from '../../cache/index.ts';
import { claim } from '../claim.ts';
import { root } from '../root.ts';

/** The cache of a site, used by one build at a time. */
interface ReservedCache {
  folder: string;
  release: () => void;
}

/** Reserves the cache of a content folder for this process. Waits while another build of the same content uses it. */
export async function reserveCache(content: string): Promise<ReservedCache> {
  const folder = siteCache(root, content);
  mkdirSync(folder, { recursive: true });
  let own = await claim(path.join(folder, 'used-by-'));
  if (typeof own === 'number')
    console.log(`Waiting for another build of the same content to end (process ${own})`);
  while (typeof own === 'number') {
    await setTimeout(500);
    own = await claim(path.join(folder, 'used-by-'));
  }
  // Astro trusts the texts in its store. Ours are in the build cache, which detects damage.
  rmSync(path.join(folder, 'data-store.json'), { recursive: true, force: true });
  const reserved = own;
  return {
    folder,
    release: () => {
      rmSync(reserved, { recursive: true, force: true });
    },
  };
}
