import type { Root } from 'mdast';
import type { Finding } from '../report.ts';
import type { Prose } from './prose.ts';

/** A text and what the rules about leftovers need to know of it. */
export interface LeftoverContext {
  tree: Root;
  markdown: string;
  prose: Prose;
  /** Returns the text with this slug or title, or `undefined`. */
  findText: (name: string) => LinkedText | undefined;
}

/** A text that a text can link to. `address` is relative to that. */
export interface LinkedText {
  title: string;
  address: string;
}

/** Syntax that is not closed, not complete or of another program, at an offset in the text. */
export interface Leftover extends Finding {
  offset: number;
}
