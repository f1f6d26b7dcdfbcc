export { compareFiles, refuseOverwriting, type Changes, type PlannedFile } from './compare.ts';
export { planImport, type CarriedText, type StandingArticle } from './plan.ts';
export { type PostFile } from './post.ts';
export { planSettings, type SettingsTexts } from './settings.ts';
export { sortTree, type FoundItem } from './tree.ts';
