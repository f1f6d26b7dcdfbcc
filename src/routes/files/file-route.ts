import type { Card } from '../../pictures/card.ts';
import type { DrawingKind } from '../../syndication/drawings.ts';
import type { StoredEntry } from '../../texts/index.ts';

/** A file of the built site other than a page. */
export interface FileRoute {
  /** Path within the site, decoded: `ko/feed.xml`. */
  file: string;
  /** Everything that the file depends on besides the code, as plain data; `undefined` if it is cheaper to make than to keep. */
  model: unknown;
  make: (tools: FileTools) => Promise<string | Uint8Array> | string;
}

/** The functions that files are made with. */
export interface FileTools {
  /** Loads the HTML and the Markdown of a text. */
  readBody: (entry: Pick<StoredEntry, 'content'>) => Promise<{ html: string; markdown: string }>;
  /** Renders a card as PNG. */
  drawCard: (card: Card) => Promise<Uint8Array>;
  /** Renders the SVG of a diagram or figure as PNG, with the accent of the light theme if it is not Narani’s own. */
  drawDrawing: (svg: string, kind: DrawingKind, accent?: string) => Promise<Uint8Array>;
  /** Reads a file at a path relative to the project. */
  readProjectFile: (file: string) => Promise<Uint8Array>;
}
