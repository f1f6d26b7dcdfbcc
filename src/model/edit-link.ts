import { folderOf, type Entry } from './entry.ts';
import type { Site } from './site.ts';

/** Where an entry's file can be edited, if the site says where its content is kept. */
export function editHref(
  { editUrl }: Pick<Site, 'editUrl'>,
  entry: Pick<Entry, 'kind' | 'slug' | 'locale'>,
): string | undefined {
  const path = `${folderOf(entry)}/${entry.locale}.md`.split('/').map(encodeURIComponent).join('/');
  return editUrl?.replace('{path}', () => path);
}
