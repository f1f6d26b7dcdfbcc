import type { Diagnostic } from '../diagnostics/index.ts';
import type { AlignedWith } from '../library/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import type { AddressPlace, BlockPath, ImageFiles, Need } from '../markdown/index.ts';
import type { Article, Entry, Revision, Site, Topics, TranslationState } from '../model/index.ts';

/** A value in Astro's store, see {@link pack}. */
export interface Packed<T> extends Record<string, unknown> {
  json: string;
  /** Only a type: the value has no such field. */
  packed?: T;
}

/** Packs a value as JSON. Astro searches the strings of unpacked data for its image marker, and removes it from a title. */
export function pack<T>(value: T): Packed<T> {
  return { json: JSON.stringify(value) };
}

/** Returns a packed value; the same one for each call with the same pack. */
export function unpack<T>(data: Packed<T>): T {
  const value: unknown = unpacked.get(data) ?? JSON.parse(data.json);
  unpacked.set(data, value);
  return value as T;
}

const unpacked = new WeakMap<object, unknown>();

/** The settings of a site, as Astro's store holds them. */
export interface StoredSettings {
  site: Site;
  topics: Topics;
  /** The date of the build. */
  today: CalendarDate;
  /** Whether the development server shows the site to its author: drafts included, with Vite's scripts and styles. */
  isPreview: boolean;
}

/** The settings and the single pages, which every page needs. */
export interface SiteSettings extends StoredSettings {
  /** Single pages such as `about`, to which the header of every page links. */
  pages: readonly StoredArticle[];
}

/** An article whose entries come from Astro's store. */
export type StoredArticle = Article<StoredEntry>;

/** An entry as Astro's store holds it. */
export interface StoredEntry extends Entry {
  /** Key of the entry in the store. Pages load its HTML by this key. */
  id: string;
  outline: readonly OutlineItem[];
  /** Reading time in whole minutes, at least 1. */
  minutes: number;
  /** Slugs of the articles that the text links to. */
  linksTo: readonly string[];
  /** Files of the text's pictures, by address as written. */
  images: ImageFiles;
  downloads: readonly StoredDownload[];
  /** Places of the addresses of links and pictures in the published Markdown (the store's `body`). */
  addresses: readonly AddressPlace[];
  /** For each block, the path of its element in the HTML; null for raw HTML and for blocks that render nothing. */
  blockPaths: readonly (BlockPath | null)[];
  /** Features of the text whose style sheets and scripts its page must load. */
  needs: readonly Need[];
  /** Pairs of aligned blocks for each other language of the article. */
  alignedWith: AlignedWith;
  /** The article’s sign as SVG, if this is its source; empty for a translation. */
  sign: string;
  /** State of a translation that was compared with its source; otherwise absent. */
  translation?: TranslationState | undefined;
  /** Places at which the text shows a notice that the source has changed since. */
  revisions: readonly Revision[];
  /** Path of the Markdown file, as diagnostics show it. */
  file: string;
  /** For each block, the line of `file` on which it begins. */
  blockLines: readonly number[];
  /** Diagnostics of the check, then those of rendering. In development the entry's page shows them. */
  problems: readonly Diagnostic[];
}

/** A file that a text offers for download. */
interface StoredDownload {
  /** Path of the file in its address. */
  name: string;
  /** Path of the file on disk, relative to the project's root. */
  file: string;
}

/** A heading, as a table of contents shows it. */
export interface OutlineItem {
  depth: number;
  text: string;
  id: string;
}
