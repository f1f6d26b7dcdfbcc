import type { Html } from 'mdast';

/** A part of raw HTML. `start` and `end` are offsets in it, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A tag. `name` is as written, in contrast to `attributes`, whose names are lower-case. */
export interface Tag extends Span {
  type: 'open' | 'close';
  name: string;
  isSelfClosing: boolean;
  attributes: readonly { name: string; value: string }[];
}

export type HtmlToken =
  | Tag
  /** Text with character references decoded. */
  | (Span & { type: 'text'; value: string })
  /** `<!-- … -->`. Not closed if it extends to the end of the HTML. */
  | (Span & { type: 'comment'; isClosed: boolean })
  /** `<?xml … ?>`, `<!DOCTYPE …>`, `<![CDATA[ … ]]>` and the like, which browsers parse as comments. */
  | (Span & { type: 'declaration' })
  /** A tag that the HTML ends in: `<p title="a`. */
  | (Span & { type: 'cut' });

/** A piece of raw HTML: a tag in a paragraph, or a block. */
export interface Piece {
  node: Html;
  tokens: readonly HtmlToken[];
}
