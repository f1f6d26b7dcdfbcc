export { type AlignedWith } from './align-languages.ts';
export { createLibrary, type Library, type Text } from './library.ts';
export { lintText, renderText, textDigest } from './render-text.ts';
export { listRootPaths } from './root-paths.ts';
export { findAsset, findLinkTarget, resolveLink } from './targets.ts';
