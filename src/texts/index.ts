export { checkSite, type CheckedSite } from './check-site.ts';
export { blankEntry } from './blank-entry.ts';
export { bodyFile, isLostBody, readBody } from './body.ts';
export { openTexts, type PartlyLoadedSite, type Texts, type TextsOptions } from './open-texts.ts';
export type {
  LoadedSite,
  OutlineItem,
  SiteSettings,
  StoredArticle,
  StoredEntry,
  StoredPicture,
} from './site.ts';
