export { listFiles } from './files/list-files.ts';
export { createFileTools } from './files/file-tools.ts';
export { redirectRules } from './files/redirects.ts';
export type { FileRoute, FileTools } from './files/file-route.ts';
export { findShownFolder } from './find-shown-folder.ts';
export { listPages, type PageRoute } from './list-pages.ts';
export { listPictures, type PictureRoute } from './pictures.ts';
export { groupContent, type SiteContent } from './site-content.ts';
export { findMark } from './site-mark.ts';
