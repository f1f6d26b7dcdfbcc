import { quoteBlocks } from '../../translation/index.ts';
import { listVersions, readVersion } from '../file-history.ts';

/**
 * Finds blocks of earlier versions of a Markdown file in its Git history, newest first. Returns their Markdown by digest. Blocks
 * that were never committed are not found: the history is a help for the translator, not a source of facts.
 *
 * @param file absolute path
 * @param digests the blocks to find
 */
export async function findEarlierBlocks(
  file: string,
  digests: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (digests.size === 0) return found;
  for (const version of await listVersions(file)) {
    const body = await readVersion(file, version);
    for (const [digest, text] of body === undefined ? [] : quoteBlocks(body))
      if (digests.has(digest) && !found.has(digest)) found.set(digest, text);
    if (found.size === digests.size) break;
  }
  return found;
}
