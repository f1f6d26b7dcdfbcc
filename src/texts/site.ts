import type { Diagnostic } from '../diagnostics/index.ts';
import type { AlignedWith, Library, PlannedPicture } from '../library/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import type { AddressPlace, BlockPath, LinkSentence, LinkTargets, Need } from '../markdown/index.ts';
import type { Article, Entry, Revision, SeriesList, Site, Topics, TranslationState } from '../model/index.ts';

/** The content of a site, loaded and rendered. */
export interface LoadedSite {
  settings: SiteSettings;
  /** Every entry, in order of kind, slug and language; in a preview also placeholders for entries that can't be read. */
  entries: readonly StoredEntry[];
  /** Diagnostics of reading the content, of every rule, and of rendering. */
  diagnostics: readonly Diagnostic[];
  library: Library;
}

/** The settings of a site. */
export interface SiteSettings {
  site: Site;
  /** The site’s own logo as SVG, if it has one that can be published. */
  logo?: string | undefined;
  topics: Topics;
  series?: SeriesList | undefined;
  /** The date of the build. */
  today: CalendarDate;
  /** Whether the site is shown to its author: drafts and diagnostics included. */
  isPreview: boolean;
}

/**
 * An entry as plain data, with everything that pages show of it besides its body. Its description is an excerpt of the text if
 * its author wrote none.
 */
export interface StoredEntry extends Entry {
  /** Identifies the entry: `articles/ps-vs-top/ko`. */
  id: string;
  /** Whether the description is the beginning of the text, so that the page of the text doesn’t show it. */
  isExcerpt: boolean;
  /** Whether readers may see it when its article is published: `false` for a translation that is a draft or unfinished. */
  isPublic: boolean;
  /** Key of the entry's body in the cache, for `readBody`. It changes with the body. */
  content: string;
  outline: readonly OutlineItem[];
  /** Reading time in whole minutes, at least 1. */
  minutes: number;
  /** Slugs of the articles that the text links to. */
  linksTo: readonly string[];
  /** Of these, the sentence with the first link to each, by slug. */
  mentions: Readonly<Record<string, LinkSentence>>;
  /** The targets of the text’s links that depend on the names of other texts, by address as written. */
  named: LinkTargets;
  /** Published addresses of the text's images, by address as written. */
  images: Readonly<Record<string, string>>;
  /** The pictures beside the text that it shows. */
  pictures: readonly StoredPicture[];
  downloads: readonly StoredDownload[];
  /** Places of the addresses of links and pictures in the published Markdown. */
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
  /** Diagnostics of the check, then those of rendering. In a preview the entry's page shows them. */
  problems: readonly Diagnostic[];
}

/** An article with everything that is stored about its entries. */
export type StoredArticle = Article<StoredEntry>;

/** A picture beside a text. */
export interface StoredPicture extends Omit<PlannedPicture, 'path'> {
  /** Path of the file on disk, relative to the project's root. */
  file: string;
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
