export type { Asset, Content, EntryFile, EntryPlace, SettingsFile } from './content.ts';
export { createContentReader, publicFolders, readContent, type ContentFolders } from './read-content.ts';
export { reportName } from './decode-name.ts';
export { parseEntry } from './folder.ts';
export { listItems } from './list-files.ts';
export type { Logo, LogoFile } from './logo.ts';
export { readRecord } from './record.ts';
export { splitFrontMatter } from './front-matter.ts';
export { parseSettings, readSettings, readSite, fallbackSite } from './settings-files.ts';
export { decodeText } from './text.ts';
export {
  publishedBytes,
  readPicture,
  type Picture,
  type PictureFault,
  type PictureReader,
} from './picture.ts';
export { parseYaml } from './yaml.ts';
export type { RememberedYaml } from './yaml-memory.ts';
