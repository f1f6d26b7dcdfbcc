export { parseAlias } from './alias.ts';
export {
  anchorArticle,
  headingToId,
  referenceOf,
  type Anchors,
  type Heading,
  type Outline,
} from './anchor.ts';
export { footnotesAnchor, kindOfId, listIds, type Anchorable, type AnchorKind } from './anchorable.ts';
export {
  createNeighbors,
  foreignLang,
  groupArticles,
  lastChanged,
  publicationStatus,
  resolveEntry,
  sourceEntry,
  type Article,
  type Neighbors,
  type PublicationStatus,
  type ResolvedEntry,
} from './article.ts';
export { shortDigest } from './digest.ts';
export { downloadExtensions, extensionOf, findDownloadProblem, formatSize } from './download.ts';
export { embedSources, fillAddress, type Embeds } from './embeds.ts';
export {
  createEntry,
  entryId,
  entryKinds,
  folderOf,
  frontMatterSchema,
  type Entry,
  type EntryKind,
} from './entry.ts';
export { glossarySchema, termIn, termNames, type Glossary } from './glossary.ts';
export { linkSchemes, parseLink, schemeOf, withoutOrigin, type LinkDestination } from './link.ts';
export { countWords, readingMinutes, type ReadingCounts } from './reading-time.ts';
export { isValidId, type PublishedAnchor } from './restore-anchors.ts';
export { longestCommonSubsequence } from './longest-common-subsequence.ts';
export { matchDigests, type Gap, type DigestMatches } from './match-digests.ts';
export { listRedirects, type Redirect } from './redirect.ts';
export { createRelated, groupByTarget, type LinkingArticle } from './related.ts';
export { defaultLocale, editHref, securityContact, siteAddress, siteSchema, type Site } from './site.ts';
export { groupBySeries, seriesSchema, type Series, type SeriesList } from './series.ts';
export { foldName, slugPattern, toSlug } from './slug.ts';
export { serializeSync, syncSchema, type SyncRecord } from './sync.ts';
export {
  countRevisions,
  type Revision,
  type RevisionKind,
  type SourceChange,
  type TranslationState,
} from './translation.ts';
export { parseWikilink, renameWikilink, type Wikilink } from './wikilink.ts';
export { groupByTopic, topicsSchema, type Topic, type Topics, type TopicGroup } from './topic.ts';
