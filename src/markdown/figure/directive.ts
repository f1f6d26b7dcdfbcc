import type { Nodes, Text } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';

/** A `::figure` directive as written. */
interface FigureDirective {
  name: string | undefined;
  /** The id that the author wrote. */
  id: string | undefined;
  /** All other attributes, by key. */
  settings: ReadonlyMap<string, string>;
}

/** The name of the directive that inserts a figure: `::figure{name="ps-vs-top"}`. */
export const figureDirective = 'figure';

/** Returns whether a node is a `::figure` directive. */
export function isFigure(node: Nodes): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === figureDirective;
}

/** Parses the attributes of a `::figure` directive. */
export function parseDirective({ attributes }: LeafDirective): FigureDirective {
  const entries = Object.entries(attributes ?? {}).map(([key, value]): [string, string] => [
    key,
    value ?? '',
  ]);
  const { name, id } = Object.fromEntries(entries);
  return { name, id, settings: new Map(entries.filter(([key]) => !['name', 'id', 'class'].includes(key))) };
}

/**
 * Returns the offsets, within a text node, of `::figure` that the parser has left as text because of a mistake. None if the
 * node contains escapes, recognized by its greater length in the file: the colons may be escaped on purpose.
 */
export function findFigureTexts({ value, position }: Text): number[] {
  const { start, end } = position ?? {};
  const length = (end?.offset ?? value.length) - (start?.offset ?? 0);
  if (length !== value.length) return [];
  return [...value.matchAll(/^:{1,2}figure(?![\p{L}\p{N}-])/gmu)].map(({ index }) => index);
}

/** Returns whether an id is valid for a figure. Those of footnotes and tables are reserved. */
export function isFigureId(id: string): boolean {
  return /^[\p{L}\p{N}_-]+$/u.test(id) && !/^(?:fn|fnref)-|^footnote-label$|^table-\d+$/.test(id);
}
