export { buildIndex, type AnalyzeAll } from './build-index.ts';
export { cacheAnalyses } from './cached-analyses.ts';
export { htmlToPageText, type PageText } from './page-text.ts';
export type { SearchablePage } from './searchable-site.ts';
export { toSearchSettings } from './settings.ts';
