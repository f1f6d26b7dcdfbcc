import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { toFragment } from '../markdown/index.ts';
import { findRunning, isElement } from './element.ts';

/** What stands in each row of a text, by the row's number. */
export type Pieces = ReadonlyMap<number, readonly RootContent[]>;

/** Every id in a text, and the row it is in. */
export function listIds(pieces: Pieces): Map<string, number> {
  const found = new Map<string, number>();
  const collect = (nodes: readonly RootContent[], row: number): void => {
    for (const node of nodes.filter(isElement)) {
      const { id } = node.properties;
      if (typeof id === 'string' && !found.has(id)) found.set(id, row);
      collect(node.children, row);
    }
  };
  for (const [row, nodes] of pieces) collect(nodes, row);
  return found;
}

/** Every id of and in figures that run. */
export function listFigureIds(pieces: Pieces): Set<string> {
  const collect = (nodes: readonly RootContent[]): string[] =>
    nodes.filter(isElement).flatMap((node) => {
      if (findRunning(node) === undefined) return collect(node.children);
      return [...listIds(new Map([[0, [node]]])).keys()];
    });
  return new Set([...pieces.values()].flatMap(collect));
}

/**
 * What the ids of the other text become in a page whose own text has ids too: they get a prefix, which no id has by itself. What
 * has the same id in both and stands in one row is one place, and the own text's id is its; but each text has its own footnotes.
 *
 * @param apart more ids that never are one place
 */
export function renameIds(
  others: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, number>,
  prefix: string,
  apart: ReadonlySet<string> = new Set(),
): Map<string, NewId> {
  const names = [...others].map(([id, row]): [string, NewId] => {
    const isApart = apart.has(id) || /^fn(?:ref)?-|^footnote-label$/.test(id);
    const isShared = own.get(id) === row && !isApart;
    return [id, isShared ? { type: 'shared', id } : { type: 'renamed', id: `${prefix}:${id}` }];
  });
  return new Map(names);
}

/** What becomes of an id: another, or none of its own, since what bears it already stands beside it. */
export interface NewId {
  type: 'renamed' | 'shared';
  id: string;
}

/** Nodes whose ids, and the addresses that lead to them, are what they are to become. */
export function withIds(nodes: readonly RootContent[], ids: ReadonlyMap<string, NewId>): RootContent[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const children = withIds(node.children, ids) as ElementContent[];
    return { ...node, properties: renamed(node, ids), children };
  });
}

function renamed({ properties }: Element, ids: ReadonlyMap<string, NewId>): Properties {
  const { id, href, ...others } = properties;
  const next = typeof id === 'string' ? ids.get(id) : undefined;
  return {
    ...others,
    ...(next?.type === 'renamed' ? { id: next.id } : {}),
    ...(href === undefined ? {} : { href: typeof href === 'string' ? renamedAddress(href, ids) : href }),
  };
}

function renamedAddress(href: string, ids: ReadonlyMap<string, NewId>): string {
  const next = href.startsWith('#') ? ids.get(decode(href.slice(1))) : undefined;
  return next === undefined ? href : toFragment(next.id);
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
