import { attributeOf, isElement, withAttributes, withChildren, type HtmlNode } from '../html/index.ts';
import { toFragment } from '../markdown/index.ts';
import { findFigureElement } from './element.ts';

/** The nodes of a text in each row, by row number. */
export type NodesByRow = ReadonlyMap<number, readonly HtmlNode[]>;

/** Returns every id in a text, with its row number. */
export function listIds(pieces: NodesByRow): Map<string, number> {
  const found = new Map<string, number>();
  const collect = (nodes: readonly HtmlNode[], row: number): void => {
    for (const node of nodes.filter(isElement)) {
      const id = attributeOf(node, 'id');
      if (id !== undefined && !found.has(id)) found.set(id, row);
      collect(node.children, row);
    }
  };
  for (const [row, nodes] of pieces) collect(nodes, row);
  return found;
}

/** Returns the ids of interactive figures and of all elements in them. */
export function listFigureIds(pieces: NodesByRow): Set<string> {
  const collect = (nodes: readonly HtmlNode[]): string[] =>
    nodes.filter(isElement).flatMap((node) => {
      if (findFigureElement(node) === undefined) return collect(node.children);
      return [...listIds(new Map([[0, [node]]])).keys()];
    });
  return new Set([...pieces.values()].flatMap(collect));
}

/**
 * Maps the ids of the other text to unique ones by adding a prefix, such as `en:`. An id that both texts have in the same row
 * marks the same place, so only the own text keeps it. Footnotes are always separate.
 *
 * @param separate further ids that never mark the same place
 */
export function renameIds(
  others: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, number>,
  prefix: string,
  separate: ReadonlySet<string> = new Set(),
): Map<string, NewId> {
  const names = [...others].map(([id, row]): [string, NewId] => {
    const isSeparate = separate.has(id) || /^fn(?:ref)?-|^footnote-label$/.test(id);
    const isShared = own.get(id) === row && !isSeparate;
    return [id, isShared ? { type: 'shared', id } : { type: 'renamed', id: `${prefix}:${id}` }];
  });
  return new Map(names);
}

/** A new id, or, if shared, the id of the own text's element, which the other text's element then does not repeat. */
interface NewId {
  type: 'renamed' | 'shared';
  id: string;
}

/** Replaces the ids of nodes, and the links to them. */
export function withIds(nodes: readonly HtmlNode[], ids: ReadonlyMap<string, NewId>): HtmlNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const [id, href] = [attributeOf(node, 'id'), attributeOf(node, 'href')];
    return withAttributes(withChildren(node, withIds(node.children, ids)), {
      ...(id === undefined ? {} : { id: renamedId(id, ids) }),
      ...(href === undefined ? {} : { href: renamedAddress(href, ids) }),
    });
  });
}

function renamedId(id: string, ids: ReadonlyMap<string, NewId>): string | undefined {
  const next = ids.get(id);
  return next?.type === 'renamed' ? next.id : undefined;
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
