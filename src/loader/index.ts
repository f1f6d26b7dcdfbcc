export { entriesLoader } from './entries.ts';
export { settingsLoader, type SiteSettings, type StoredSettings } from './settings.ts';
export { type Need } from '../markdown/index.ts';
export { type OutlineItem, type StoredArticle, type StoredEntry } from './stored.ts';
