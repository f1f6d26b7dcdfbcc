export type { Need } from '../markdown/index.ts';
export {
  countStates,
  listTranslations,
  translationStates,
  type TranslationCell,
  type TranslationRow,
} from './list-translations.ts';
export { loadArticles, loadHtml, loadSettings, loadText, pathPerLocale } from './page-data.ts';
export type { OutlineItem, SiteSettings, StoredArticle, StoredEntry } from './stored.ts';
