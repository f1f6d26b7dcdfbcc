import { getCollection, getEntry, render } from 'astro:content';
import type { SiteSettings, StoredArticle, StoredSettings } from './loader/index.ts';
import { groupArticles, publicationStatus, type EntryKind } from './model/index.ts';

/** What every page knows of its site. */
export async function loadSettings(): Promise<SiteSettings> {
  const settings = await loadStored();
  return { ...settings, pages: await loadSubjects('page', settings) };
}

/** Articles that readers may see, newest first; in development drafts and scheduled ones too. */
export async function loadArticles(): Promise<StoredArticle[]> {
  return loadSubjects('article', await loadStored());
}

async function loadStored(): Promise<StoredSettings> {
  const entry = await getEntry('settings', 'site');
  if (entry === undefined) throw new Error('The settings of the site have not been loaded');
  return entry.data;
}

async function loadSubjects(
  kind: EntryKind,
  { site, today, isPreview }: StoredSettings,
): Promise<StoredArticle[]> {
  const entries = await getCollection('entries', ({ data }) => data.kind === kind);
  const articles = groupArticles(
    entries.map(({ data }) => data),
    site.locales,
  );
  return articles.filter((article) => isPreview || publicationStatus(article, today) === 'published');
}

/** An entry's text as HTML before pictures are put in, which takes time. */
export async function loadHtml(id: string): Promise<string> {
  return (await loadEntry(id)).rendered?.html ?? '';
}

/** An entry's text: a component that renders it, its HTML before pictures are put in, and the Markdown it was made from. */
export async function loadText(id: string) {
  const entry = await loadEntry(id);
  const { Content } = await render(entry);
  return { Content, html: entry.rendered?.html ?? '', markdown: entry.body ?? '' };
}

async function loadEntry(id: string) {
  const entry = await getEntry('entries', id);
  if (entry === undefined) throw new Error(`Entry ${id} is not in the store`);
  return entry;
}

/** What `getStaticPaths` gives for a page that every language of the site has. */
export async function pathPerLocale(): Promise<{ params: { locale: string } }[]> {
  const { site } = await loadStored();
  return site.locales.map((locale) => ({ params: { locale } }));
}
