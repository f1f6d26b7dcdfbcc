import { getCollection, getEntry, render } from 'astro:content';
import { groupArticles, publicationStatus, type EntryKind } from '../model/index.ts';
import { unpack, type SiteSettings, type StoredArticle, type StoredSettings } from './stored.ts';

/** Loads the settings of the site and its single pages. */
export async function loadSettings(): Promise<SiteSettings> {
  const settings = await loadStored();
  return { ...settings, pages: await loadSubjects('page', settings) };
}

/** Loads the published articles, newest first; in development also drafts and scheduled articles. */
export async function loadArticles(): Promise<StoredArticle[]> {
  return loadSubjects('article', await loadStored());
}

async function loadStored(): Promise<StoredSettings> {
  const entry = await getEntry('settings', 'site');
  if (entry === undefined) throw new Error('The settings of the site have not been loaded');
  return unpack(entry.data);
}

async function loadSubjects(
  kind: EntryKind,
  { site, today, isPreview }: StoredSettings,
): Promise<StoredArticle[]> {
  const entries = (await getCollection('entries')).map(({ data }) => unpack(data));
  const articles = groupArticles(
    entries.filter((entry) => entry.kind === kind),
    site.locales,
  );
  return articles.filter((article) => isPreview || publicationStatus(article, today) === 'published');
}

/** Loads the HTML of an entry with placeholders in place of pictures. Cheaper than {@link loadText}, which resolves them. */
export async function loadHtml(id: string): Promise<string> {
  return (await loadEntry(id)).rendered?.html ?? '';
}

/** Loads the text of an entry: a component that renders it, its HTML as in {@link loadHtml}, and its Markdown. */
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

/** Returns the static paths of a page that exists once per language of the site. */
export async function pathPerLocale(): Promise<{ params: { locale: string } }[]> {
  const { site } = await loadStored();
  return site.locales.map((locale) => ({ params: { locale } }));
}
