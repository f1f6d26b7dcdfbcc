export type { Asset, Content, EntryFile, EntryPlace, SettingsFile } from './content.ts';
export { readContent, type ContentFolders } from './read-content.ts';
export { resolveFolders, resolveNow, todayAt, type Folders } from './environment.ts';
export { parseEntry } from './folder.ts';
export { readRecord } from './record.ts';
export { splitFrontMatter } from './front-matter.ts';
export { parseSettings, readSettings, readSite, fallbackSite } from './settings-files.ts';
export { decodeText } from './text.ts';
export { parseYaml } from './yaml.ts';
