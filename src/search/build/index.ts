export { buildIndex, type IndexTools } from './build-index.ts';
export { cacheIndexTools, toolFiles } from './cached-tools.ts';
export type { IndexFile } from './index-file.ts';
export { htmlToPageText, type PageText } from './page-text.ts';
export type { SearchablePage } from './searchable-site.ts';
export { summarizeText, type TextSummary } from './text-summary.ts';
export { toSearchSettings } from './settings.ts';
