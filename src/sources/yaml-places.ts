import { isCollection, isNode, isPair, isScalar, type Document } from 'yaml';
import type { Place } from '../diagnostics/index.ts';

/** Keys and indices from the root of a document to a value in it. */
export type Path = readonly PropertyKey[];

/** Positions of the keys and values of a document, by path name (`topics.0`). */
export interface Places {
  /** Start of the document, the fallback for anything without a position. */
  start: Place;
  keys: ReadonlyMap<string, Place>;
  values: ReadonlyMap<string, Place>;
  /** The values as they are written in the file. */
  written: ReadonlyMap<string, string>;
}

/** Collects the positions of all keys and values of a document with this text. */
export function collectPlaces(document: Document, text: string, placeAt: (offset: number) => Place): Places {
  const keys = new Map<string, Place>();
  const values = new Map<string, Place>();
  const written = new Map<string, string>();
  const add = (places: Map<string, Place>, path: Path, node: unknown): void => {
    if (isNode(node) && node.range) places.set(pathName(path), placeAt(node.range[0]));
  };
  const walk = (node: unknown, path: Path): void => {
    add(values, path, node);
    if (isNode(node) && node.range) written.set(pathName(path), text.slice(node.range[0], node.range[1]));
    if (!isCollection(node)) return;
    node.items.forEach((item, index) => {
      if (!isPair(item)) {
        walk(item, [...path, index]);
        return;
      }
      const below = [...path, isScalar(item.key) ? String(item.key.value) : index];
      add(keys, below, item.key);
      walk(item.value, below);
    });
  };
  walk(document.contents, []);
  return { start: placeAt(0), keys, values, written };
}

/** Returns the position of a key or value, or the start of the document if it is not there. */
export function placeOf(places: Places, which: 'keys' | 'values', path: Path): Place {
  return places[which].get(pathName(path)) ?? places.start;
}

/** Joins a path with dots: `topics.0`. */
export function pathName(path: Path): string {
  return path.map(String).join('.');
}
