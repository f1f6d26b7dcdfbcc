import type { Diagnostic } from '../diagnostics/index.ts';
import type { AlignedWith } from '../library/index.ts';
import type { AddressPlace, BlockPath, Need } from '../markdown/index.ts';
import type { Article, Entry, Revision, TranslationState } from '../model/index.ts';

/** An entry as pages find it in Astro's store. */
export interface StoredEntry extends Entry {
  /** Name of the entry in the store, by which its text is rendered. */
  id: string;
  outline: readonly OutlineItem[];
  /** Whole minutes that reading it takes, at least one. */
  minutes: number;
  /** Slugs of the articles that its text links to. */
  linksTo: readonly string[];
  /** Files that its text offers: the path that stands in its address, and where the file is, from the root of the project. */
  downloads: readonly StoredDownload[];
  /** Where in its Markdown the addresses of its links and pictures are. */
  addresses: readonly AddressPlace[];
  /** Where in its HTML the element of each block is; none for one that shows nothing, or is raw HTML. */
  blockPaths: readonly (BlockPath | null)[];
  /** The features whose style sheets and scripts its page loads. */
  needs: readonly Need[];
  /** Which blocks say the same as which in each other language of its article. */
  alignedWith: AlignedWith;
  /** What has become of it as a translation. */
  translation?: TranslationState | undefined;
  /** Where its readers are told that its source says something else by now. */
  revisions: readonly Revision[];
  /** Its file as its owner knows it, and the line at which each block begins. */
  file: string;
  blockLines: readonly number[];
  /** What is wrong with it: what the rules found, then what rendering it did. Its page shows them in development. */
  problems: readonly Diagnostic[];
}

/** A file for download as pages find it. */
export interface StoredDownload {
  name: string;
  file: string;
}

/** An article as pages know it. */
export type StoredArticle = Article<StoredEntry>;

/** A heading as a table of contents shows it. */
export interface OutlineItem {
  depth: number;
  text: string;
  id: string;
}
