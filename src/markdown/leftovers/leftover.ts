import type { Root } from 'mdast';
import type { Finding } from '../report.ts';
import type { Prose } from './prose.ts';

/** A text and what the rules about leftovers need to know of it. */
export interface LeftoverContext {
  tree: Root;
  markdown: string;
  prose: Prose;
}

/** Syntax that is not closed, not complete or of another program, at an offset in the text. */
export interface Leftover extends Finding {
  offset: number;
}
