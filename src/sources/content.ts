import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import type { Entry, EntryKind, Glossary, SeriesList, Site, SyncRecord, Topics } from '../model/index.ts';
import type { Logo } from './logo.ts';
import type { Picture, PictureFault } from './picture.ts';

/** Identity and file of an entry. */
export interface EntryPlace {
  kind: EntryKind;
  slug: string;
  locale: Locale;
  /** Path relative to the root, for messages. */
  file: string;
  /** Absolute path. */
  path: string;
}

/** A file beside a text. */
export interface Asset {
  /** Path relative to the folder, as spelled on disk. */
  path: string;
  bytes: number;
  /** The picture in the file, or why it can't be published as one. */
  picture: Picture | PictureFault;
}

/** An entry as read from disk. */
export interface EntryFile extends EntryPlace {
  entry: Entry;
  /** Markdown with the front matter replaced by blank lines, so that line numbers are those of the file. */
  body: string;
  /** Positions of the values in the front matter, by path: `topics.0`. */
  places: ReadonlyMap<string, Place>;
  /** Other files in the folder, by relative path in NFC. */
  assets: ReadonlyMap<string, Asset>;
  sync: SyncRecord | undefined;
  /** Positions of the values in the sync file, by path: `anchors.0`. */
  syncPlaces?: ReadonlyMap<string, Place> | undefined;
}

/** A settings file: its name for messages, and the positions of its values by path: `linux.label`. */
export interface SettingsFile {
  name: string;
  places: ReadonlyMap<string, Place>;
}

/** The settings of a site as read from disk. */
export interface Settings {
  site: Site;
  /** The site’s own logo, if it has one. */
  logo?: Logo | undefined;
  topics: Topics;
  series: SeriesList;
  glossary: Glossary;
  files: Readonly<Record<'site' | 'topics' | 'series' | 'glossary', SettingsFile>>;
  /** Everything malformed in the settings files. */
  diagnostics: readonly Diagnostic[];
}

/** All content of a site as read from disk, with diagnostics for malformed settings and entries. */
export interface Content extends Settings {
  entries: readonly EntryFile[];
  /** Entries that exist but are malformed. Links to them are not reported as broken. */
  unreadable: readonly EntryPlace[];
  /** Files in the public folder, by path from the site's root, in NFC. */
  publicFiles: ReadonlySet<string>;
  /** The redirects in the public folder: name for messages, and text. */
  redirects?: { file: string; text: string } | undefined;
}
