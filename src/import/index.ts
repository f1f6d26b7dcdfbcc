export type { ExistingArticle } from './article.ts';
export { compareFiles, reportOverwritten, type Changes, type PlannedFile } from './compare.ts';
export { findTexts, type TreeItem } from './find-texts.ts';
export { planImport, type ConvertedText } from './plan.ts';
export type { PostFile } from './post.ts';
export { addTopics, createTopic } from './topics.ts';
export { planSettings, type SettingsTexts } from './settings.ts';
