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

/** An entry as read from disk. */
export interface EntryFile extends EntryPlace {
  entry: Entry;
  /** Markdown without front matter; blank lines in its stead keep the line numbers of the file. */
  body: string;
  /** Places of the values in the front matter, by path: `topics.0`. */
  places: ReadonlyMap<string, Place>;
  /** Files of the same folder that are not texts: path within it in NFC → the same path as the disk spells it. */
  assets: ReadonlyMap<string, string>;
  sync: SyncRecord | undefined;
}

/** All content of a site as read from disk, with everything found wrong in reading it. */
export interface Content {
  site: Site;
  topics: Topics;
  glossary: Glossary;
  entries: readonly EntryFile[];
  /** Entries that are there but could not be read; links to them are not broken too. */
  unreadable: readonly EntryPlace[];
  diagnostics: readonly Diagnostic[];
}
