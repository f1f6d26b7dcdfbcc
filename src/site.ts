import { getCollection, getEntry, render } from 'astro:content';
import type { StoredArticle, StoredSettings } from './loader/index.ts';
import { groupArticles, publicationOf, type EntryKind } from './model/index.ts';

/** The site's settings. */
export async function loadSettings(): Promise<StoredSettings> {
  const entry = await getEntry('settings', 'site');
  if (entry === undefined) throw new Error('The settings of the site have not been loaded');
  return entry.data;
}

/** Articles that readers may see, newest first; in development drafts and scheduled ones too. */
export async function loadArticles(): Promise<StoredArticle[]> {
  return loadSubjects('article');
}

/** Single pages, such as “about”. */
export async function loadPages(): Promise<StoredArticle[]> {
  return loadSubjects('page');
}

async function loadSubjects(kind: EntryKind): Promise<StoredArticle[]> {
  const [{ site, today, isPreview }, entries] = await Promise.all([loadSettings(), getCollection('entries')]);
  const articles = groupArticles(
    entries.map(({ data }) => data),
    site.locales,
  );
  return articles.filter(
    (article) => article.kind === kind && (isPreview || publicationOf(article, today) === 'published'),
  );
}

/** An entry's text: a component that renders it, and the Markdown it was made from. */
export async function loadText(id: string) {
  const entry = await getEntry('entries', id);
  if (entry === undefined) throw new Error(`Entry ${id} is not in the store`);
  const { Content } = await render(entry);
  return { Content, markdown: entry.body ?? '' };
}

/** What `getStaticPaths` gives for a page that every language of the site has. */
export async function pathPerLocale(): Promise<{ params: { locale: string } }[]> {
  const { site } = await loadSettings();
  return site.locales.map((locale) => ({ params: { locale } }));
}
