import { isCollection, isNode, isPair, isScalar, type Document } from 'yaml';
import type { Place } from '../diagnostics/index.ts';

/** Keys and indices that lead from a document to something in it. */
export type Path = readonly PropertyKey[];

/** Where each key and each value of a document stands, by the name of its path. */
export interface Places {
  /** Where the document begins, for what stands nowhere. */
  start: Place;
  keys: ReadonlyMap<string, Place>;
  values: ReadonlyMap<string, Place>;
}

/** Find where everything in a document stands. */
export function collectPlaces(document: Document, placeAt: (offset: number) => Place): Places {
  const keys = new Map<string, Place>();
  const values = new Map<string, Place>();
  const put = (places: Map<string, Place>, path: Path, node: unknown): void => {
    if (isNode(node) && node.range) places.set(pathName(path), placeAt(node.range[0]));
  };
  const walk = (node: unknown, path: Path): void => {
    put(values, path, node);
    if (!isCollection(node)) return;
    node.items.forEach((item, index) => {
      if (!isPair(item)) {
        walk(item, [...path, index]);
        return;
      }
      const below = [...path, isScalar(item.key) ? String(item.key.value) : index];
      put(keys, below, item.key);
      walk(item.value, below);
    });
  };
  walk(document.contents, []);
  return { start: placeAt(0), keys, values };
}

/** The place of a key or a value, else the start of the document. */
export function placeOf(places: Places, which: 'keys' | 'values', path: Path): Place {
  return places[which].get(pathName(path)) ?? places.start;
}

/** A path in one word: `topics.0`. */
export function pathName(path: Path): string {
  return path.map(String).join('.');
}
