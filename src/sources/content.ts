import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import type { Entry, EntryKind, Glossary, Site, SyncRecord, Topics } from '../model/index.ts';

/** Where an entry's file is and what stands beside it. */
export interface EntryPlace {
  kind: EntryKind;
  slug: string;
  locale: Locale;
  /** The file as its owner knows it, for messages. */
  file: string;
  /** The file's absolute path. */
  path: string;
}

/** A file beside a text. */
export interface Asset {
  /** Path within the folder as the disk spells it. */
  path: string;
  bytes: number;
  /** Why it can't be shown as a picture; absent where it can. */
  fault?: string;
}

/** An entry as read from disk. */
export interface EntryFile extends EntryPlace {
  entry: Entry;
  /** Markdown without front matter; blank lines in its stead keep the line numbers of the file. */
  body: string;
  /** Places of the values in the front matter, by path: `topics.0`. */
  places: ReadonlyMap<string, Place>;
  /** Files of the same folder that are not texts, by path within it in NFC. */
  assets: ReadonlyMap<string, Asset>;
  sync: SyncRecord | undefined;
  /** Where each value of the record stands in its file, by path: `anchors.0`. */
  syncPlaces?: ReadonlyMap<string, Place> | undefined;
}

/** A file of settings as its owner knows it, and where each of its values stands, by path: `linux.label`. */
export interface SettingsFile {
  name: string;
  places: ReadonlyMap<string, Place>;
}

/** The settings of a site as read from disk, with everything found wrong in reading them. */
export interface Settings {
  site: Site;
  topics: Topics;
  glossary: Glossary;
  files: Readonly<Record<'site' | 'topics' | 'glossary', SettingsFile>>;
  diagnostics: readonly Diagnostic[];
}

/** All content of a site as read from disk, with everything found wrong in reading it. */
export interface Content extends Settings {
  entries: readonly EntryFile[];
  /** Entries that are there but could not be read; links to them are not broken too. */
  unreadable: readonly EntryPlace[];
  /** Files that are published as they are, by their path from the root of the site, in NFC. */
  publicFiles: ReadonlySet<string>;
}
