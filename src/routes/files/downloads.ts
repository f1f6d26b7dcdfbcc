import { folderOf } from '../../model/index.ts';
import type { SiteContent } from '../site-content.ts';
import type { FileRoute } from './file-route.ts';

/** Returns the files that texts offer for download, once for all languages, at the addresses of `downloadHref`. */
export function downloadRoutes({ articles, pages }: SiteContent): FileRoute[] {
  const offered = [...articles, ...pages].flatMap((article) =>
    [...article.entries.values()].flatMap(({ downloads }) =>
      downloads.map(({ name, file }): [string, string] => [`downloads/${folderOf(article)}/${name}`, file]),
    ),
  );
  return [...new Map(offered)].map(([file, source]) => ({
    file,
    model: undefined,
    make: ({ readProjectFile }) => readProjectFile(source),
  }));
}
