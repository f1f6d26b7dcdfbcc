export { type AlignedWith } from '../alignment/index.ts';
export { anchorsToKeep } from './anchors-to-keep.ts';
export { createLibrary, findSource, pairWithSource, type Library, type Text } from './library.ts';
export { lintText, renderText, textDigest } from './render-text.ts';
export { listRootPaths } from './root-paths.ts';
export { findAsset, findDownloadHref, findLinkTarget, nameWithin, resolveLink } from './targets.ts';
