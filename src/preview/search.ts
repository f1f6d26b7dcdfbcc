import { digestModel } from '../build/index.ts';
import {
  buildIndex,
  htmlToPageText,
  summarizeText,
  toSearchSettings,
  type IndexTools,
  type PageText,
  type SearchablePage,
} from '../search/build/index.ts';
import type { Preview } from './preview.ts';

/** Options of {@link createPreviewSearch}. */
interface SearchOptions {
  /** Fetches the HTML of a page from the running server; `undefined` if it has an error. */
  fetchPage: (href: string) => Promise<string | undefined>;
  tools: IndexTools;
}

/**
 * Creates a function that returns the files of the search index of a preview, by path within its folder. The index is built at the
 * first query after a change, from the pages that the change has affected and those fetched before.
 */
export function createPreviewSearch({ fetchPage, tools }: SearchOptions) {
  const fetched = new Map<string, { model: string; text: PageText | undefined }>();
  const load = async (href: string, model: string): Promise<PageText | undefined> => {
    const before = fetched.get(href);
    if (before?.model === model) return before.text;
    const html = await fetchPage(href);
    if (html === undefined) return undefined;
    const text = htmlToPageText(html);
    fetched.set(href, { model, text });
    return text;
  };
  const build = async ({ site, pages }: Preview): Promise<Map<string, Uint8Array>> => {
    const settings = toSearchSettings(site.library.content);
    const indexed: SearchablePage[] = [];
    // One at a time: the server is single-threaded, and the author is waiting for a page of their own.
    for (const page of settings.pages) {
      const href = `${settings.base}${page.locale}/${page.path}`;
      const route = pages.get(href);
      const text = route && (await load(href, digestModel(route.model)));
      if (text !== undefined)
        indexed.push({ ...page, text: summarizeText(text), read: () => Promise.resolve(text) });
    }
    const files = await buildIndex({ ...settings, pages: indexed }, tools);
    return new Map(await Promise.all(files.map(async ({ name, make }) => [name, await make()] as const)));
  };
  const built = new WeakMap<Preview, Promise<Map<string, Uint8Array>>>();
  return (preview: Preview): Promise<Map<string, Uint8Array>> => {
    const index = built.get(preview) ?? build(preview);
    built.set(preview, index);
    // The next query tries again.
    index.catch(() => built.delete(preview));
    return index;
  };
}
