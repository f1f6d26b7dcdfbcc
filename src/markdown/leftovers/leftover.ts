import type { Root } from 'mdast';
import type { Finding } from '../report.ts';
import type { Prose } from './prose.ts';

/** A text and what the rules about leftovers need to know of it. */
export interface LeftoverContext {
  tree: Root;
  markdown: string;
  prose: Prose;
}

/** A link in the syntax of wikis, which names a text by its title or folder. */
export interface Wikilink {
  name: string;
  /** The words that the link shows, if they aren't the name. */
  words: string | undefined;
  /** Whether this is rather code or numbers than a link, unless there is a text of this name. */
  isProgramText: boolean;
}

/** A text that a text can link to. `address` is relative to that. */
export interface LinkedText {
  title: string;
  address: string;
}

/** Syntax that is not closed, not complete or of another program, at an offset in the text. */
export interface Leftover extends Finding {
  offset: number;
  /** The link of a wiki that this is. Its `fix` is for a name that no text has. */
  wikilink?: Wikilink;
}
