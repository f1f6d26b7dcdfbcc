import { entryId, type Entry } from '../model/index.ts';
import type { StoredEntry } from './site.ts';

/** Returns an entry with its front matter and nothing else: the text has no blocks, no links and no pictures. */
export function blankEntry(
  entry: Entry,
  place: Pick<StoredEntry, 'content' | 'file'> & Partial<StoredEntry>,
): StoredEntry {
  return {
    ...entry,
    id: entryId(entry),
    isExcerpt: false,
    isPublic: true,
    outline: [],
    minutes: 1,
    linksTo: [],
    mentions: {},
    named: {},
    images: {},
    pictures: [],
    downloads: [],
    addresses: [],
    blockPaths: [],
    needs: [],
    alignedWith: {},
    sign: '',
    revisions: [],
    blockLines: [],
    problems: [],
    ...place,
  };
}
