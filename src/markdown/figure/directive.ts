import type { Nodes, Text } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';

/** A figure as a text places it, before anything is known of the figures that there are. */
export interface FigureDirective {
  name: string | undefined;
  /** The id that its author has given it. */
  id: string | undefined;
  /** What is said of it beside, by key. */
  settings: ReadonlyMap<string, string>;
}

/** The name of the directive that places a figure: `::figure{name="ps-vs-top"}`. */
export const figureDirective = 'figure';

/** Whether a node places a figure. */
export function isFigure(node: Nodes): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === figureDirective;
}

/** What a text says of a figure that it places. */
export function readDirective({ attributes }: LeafDirective): FigureDirective {
  const said = Object.entries(attributes ?? {}).map(([key, value]): [string, string] => [key, value ?? '']);
  const { name, id } = Object.fromEntries(said);
  return { name, id, settings: new Map(said.filter(([key]) => !['name', 'id', 'class'].includes(key))) };
}

/**
 * Where in a text what its author meant as a figure stands as words, since it could not be read. What is escaped is longer in the
 * file than what it says.
 */
export function findFigureTexts({ value, position }: Text): number[] {
  const { start, end } = position ?? {};
  const length = (end?.offset ?? value.length) - (start?.offset ?? 0);
  if (length !== value.length) return [];
  return [...value.matchAll(/^:{1,2}figure(?![\p{L}\p{N}-])/gmu)].map(({ index }) => index);
}

/** Whether a word can be a figure's id: ids of notes and tables are made by rules of their own. */
export function isFigureId(id: string): boolean {
  return /^[\p{L}\p{N}_-]+$/u.test(id) && !/^(?:fn|fnref)-|^footnote-label$|^table-\d+$/.test(id);
}
