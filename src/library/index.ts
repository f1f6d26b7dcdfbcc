export { createLibrary, type Library, type Text } from './library.ts';
export { renderText, textDigest } from './render-text.ts';
export { findAsset, findLinkTarget } from './targets.ts';
