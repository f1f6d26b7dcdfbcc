import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadLocals, type PageLocals } from '../page-model/index.ts';
import {
  findMark,
  groupContent,
  listFiles,
  listPages,
  listPictures,
  type FileRoute,
  type FileTools,
  type PageRoute,
  type PictureRoute,
} from '../routes/index.ts';
import type { LoadedSite } from '../texts/index.ts';

/** The pages and files that the development server answers with, from the content as it was last loaded. */
export interface Preview {
  site: LoadedSite;
  /** The pages by percent-encoded address. */
  pages: ReadonlyMap<string, PageRoute>;
  /** Returns what a page shows, or `undefined` if there is no page at this percent-encoded address. */
  findPage: (href: string) => Promise<PageLocals | undefined>;
  /** Returns the bytes of a file other than a page, or `undefined` if there is none with this path within the site. */
  findFile: (file: string) => Promise<Uint8Array | undefined>;
}

/** Creates a preview of a loaded site. `folders` are the project, the build cache and the content. Pages and files are made when they are requested. */
export async function createPreview(
  site: LoadedSite,
  tools: FileTools,
  folders: { root: string; cache: string; content: string },
): Promise<Preview> {
  const content = groupContent(site, await findMark(site.settings, folders.root));
  const pages = new Map(listPages(content).map((page): [string, PageRoute] => [page.href, page]));
  const pictures = new Map(
    listPictures(content, folders).map((route): [string, PictureRoute] => [route.file, route]),
  );
  let files: Promise<Map<string, FileRoute>> | undefined;
  const list = async (): Promise<Map<string, FileRoute>> =>
    new Map((await listFiles(content, tools.readBody)).map((route) => [route.file, route]));
  return {
    site,
    pages,
    findPage: async (href) => {
      const model = pages.get(href)?.model;
      return model && loadLocals(model, (content) => tools.readBody({ content }));
    },
    findFile: async (file) => {
      const picture = pictures.get(file);
      if (picture !== undefined) return picture.make();
      const own = await readBelow(path.join(folders.content, 'public'), file);
      if (own !== undefined) return own;
      const made = await (await (files ??= list())).get(file)?.make(tools);
      return typeof made === 'string' ? Buffer.from(made) : made;
    },
  };
}

/** Reads a file below a folder; returns `undefined` if there is none, or if the name leads out of the folder. */
async function readBelow(folder: string, name: string): Promise<Uint8Array | undefined> {
  const file = path.join(folder, name);
  if (!file.startsWith(folder + path.sep)) return undefined;
  return readFile(file).catch(() => undefined);
}
