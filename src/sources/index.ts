export type { Asset, Content, EntryFile, EntryPlace, SettingsFile } from './content.ts';
export { readContent, type ContentFolders } from './disk.ts';
export { resolveFolders, resolveNow, todayAt, type Folders } from './environment.ts';
export { readSettings, readSite, standInSite } from './settings-files.ts';
