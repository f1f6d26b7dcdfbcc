import { listRootPaths, type Library } from '../library/index.ts';
import { foldName, folderOf, publicationStatus } from '../model/index.ts';

/** Folders of the built site with files that texts, the search index and the code determine. */
const generatedFolders = ['_astro', 'diagrams', 'downloads', 'og', 'search'];

/** The files of the built site as far as they are known before it is built. Case and Unicode form don’t matter. */
export interface SiteFiles {
  /** Returns a path that uses the same file, or that has a file in the place of a folder or the other way around; `undefined` if there is none. */
  findClash: (file: string) => string | undefined;
}

/** Lists the files of a site, those of drafts included. */
export function listSiteFiles(library: Library): SiteFiles {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const path of [...listRootPaths(library), '_headers', '_redirects']) {
    const file = foldName(toFile(path));
    files.set(file, path);
    for (const folder of foldersOf(file)) folders.set(folder, path);
  }
  return {
    findClash: (given) => {
      const file = foldName(given);
      const [top = ''] = file.split('/');
      const generated =
        generatedFolders.includes(top) && file !== `${top}/index.html` ? `${top}/` : undefined;
      const inPlaceOfFolder = foldersOf(file).flatMap((folder) => files.get(folder) ?? [])[0];
      return generated ?? files.get(file) ?? folders.get(file) ?? inPlaceOfFolder;
    },
  };
}

/** Returns the paths of everything that readers can open once the site is built today. */
export function listPublishedPaths(library: Library): Set<string> {
  const articles = library.articles.filter(
    (article) => publicationStatus(article, library.today) === 'published',
  );
  const published = new Set(articles.map(folderOf));
  const texts = library.texts.filter(({ file }) => published.has(folderOf(file)));
  const unreadable = library.content.unreadable;
  return new Set([
    ...listRootPaths({ ...library, articles, texts }),
    // What can’t be read has a message of its own.
    ...listRootPaths({ ...library, articles: [], texts: [], content: { ...library.content, unreadable } }),
  ]);
}

function toFile(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function foldersOf(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
