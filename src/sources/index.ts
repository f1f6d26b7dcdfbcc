export type { Content, EntryFile, EntryPlace } from './content.ts';
export { readContent, readSite, standInSite } from './disk.ts';
export { resolveFolders, resolveToday, type Folders } from './settings.ts';
