export {
  anchorArticle,
  headingToId,
  referenceOf,
  type Anchors,
  type Heading,
  type Outline,
} from './anchor.ts';
export { kindOfId, listIds, type Anchorable, type AnchorKind } from './anchorable.ts';
export {
  foreignLang,
  groupArticles,
  lastChanged,
  showArticle,
  sourceEntry,
  type Article,
  type Shown,
} from './article.ts';
export { shortDigest } from './digest.ts';
export { downloadEndings, endingOf, findDownloadFault, formatSize } from './download.ts';
export { editHref } from './edit-link.ts';
export {
  createEntry,
  entryId,
  entryKinds,
  folderOf,
  frontMatterSchema,
  type Entry,
  type EntryKind,
} from './entry.ts';
export { foldName } from './fold-name.ts';
export { glossarySchema, termIn, termNames, type Glossary } from './glossary.ts';
export { parseLink, type LinkDestination } from './link.ts';
export { neighboursOf, type Neighbours } from './neighbours.ts';
export { publicationOf, type Publication } from './publication.ts';
export { countWords, readingMinutes, type ReadingCounts } from './reading-time.ts';
export { type KeptAnchor } from './recalled-anchor.ts';
export { recognise, type Gap, type Recognised } from './recognise.ts';
export { relatedArticles, type LinkingArticle } from './related.ts';
export { countRevisions, type Revision, type RevisionKind } from './revision.ts';
export { defaultLocale, siteAddress, siteSchema, type Site } from './site.ts';
export { slugPattern } from './slug.ts';
export { serializeSync, syncSchema, type SyncRecord } from './sync.ts';
export { type SourceChange, type TranslationState } from './translation.ts';
export { shelveByTopic, topicsSchema, type Topic, type Topics, type TopicShelf } from './topic.ts';
