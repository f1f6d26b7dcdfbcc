export { createLibrary, folderOf, type Library, type Text } from './library.ts';
export { renderText, textDigest } from './render-text.ts';
export { entryHref, findAsset } from './targets.ts';
