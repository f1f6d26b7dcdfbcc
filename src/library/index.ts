export { type AlignedWith } from '../alignment/index.ts';
export { publishedAnchors } from './anchors.ts';
export {
  createLibrary,
  createLibraryInTurns,
  createParser,
  findSource,
  pairWithSource,
  type Library,
  type ParseEntry,
  type Text,
} from './library.ts';
export { lintText, renderText, textDigest } from './render-text.ts';
export { listRootPaths } from './list-root-paths.ts';
export { findAsset, findDownloadHref, findLinkTarget, nameWithin, resolveLink } from './targets.ts';
