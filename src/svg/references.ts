import { findAll, parse, walk, type CssNode } from 'css-tree';
import type { Element } from 'xast';
import { styleAttributes } from './allowed.ts';

/** A `url(#…)` that applies an element, such as a pattern or a mask, to others. */
export interface Reference {
  id: string;
  /** Whether elements within the one it is written on inherit it. */
  isInherited: boolean;
}

/** References in style sheets by what their selectors end with: `.class`, `#id`, a name, or `*` for all elements. */
type StyleReferences = ReadonlyMap<string, readonly Reference[]>;

/** References to one element at which a drawing counts as endless: each of its properties has one at most. */
export const maxReferences = 50;

/** Returns the references in a style sheet that has been cleaned; of each selector, not many more than `maxReferences`. */
export function findStyleReferences(css: string): StyleReferences {
  const found = new Map<string, Reference[]>();
  walk(parse(css), (node) => {
    if (node.type !== 'Rule') return;
    const references = node.block.children.toArray().flatMap((child) => referencesOfDeclaration(child));
    if (references.length === 0 || node.prelude.type !== 'SelectorList') return;
    for (const selector of node.prelude.children.toArray()) {
      const key = keyOf(selector);
      const known = found.get(key) ?? [];
      if (known.length <= maxReferences) found.set(key, [...known, ...references.slice(0, maxReferences)]);
    }
  });
  return found;
}

/** Returns the references that may apply to an element: its own, and those of all selectors that end with one of its names. */
export function referencesOf(element: Element, styles: StyleReferences): Reference[] {
  const { id, class: names, ...attributes } = element.attributes;
  const keys = ['*', element.name, `#${id ?? ''}`, ...(names ?? '').split(/\s+/).map((name) => `.${name}`)];
  const own = Object.entries(attributes).flatMap(([name, value]) => {
    if (value?.includes('url(') !== true) return [];
    if (name === 'style') return findDeclarations(value).flatMap(referencesOfDeclaration);
    return styleAttributes.has(name)
      ? findDeclarations(`${name}:${value}`).flatMap(referencesOfDeclaration)
      : [];
  });
  return [...own, ...keys.flatMap((key) => styles.get(key) ?? [])];
}

function findDeclarations(css: string): CssNode[] {
  return findAll(parse(css, { context: 'declarationList' }), ({ type }) => type === 'Declaration');
}

function referencesOfDeclaration(node: CssNode): Reference[] {
  if (node.type !== 'Declaration') return [];
  const isInherited = /^(?:fill|stroke|marker)/i.test(node.property);
  return findAll(node.value, ({ type }) => type === 'Url').flatMap((url) =>
    url.type === 'Url' && url.value.startsWith('#') ? [{ id: url.value.slice(1), isInherited }] : [],
  );
}

/** Returns the most specific name in the last part of a selector, which an element must have to match. */
function keyOf(selector: CssNode): string {
  const parts = selector.type === 'Selector' ? selector.children.toArray() : [];
  const last = parts.slice(parts.findLastIndex(({ type }) => type === 'Combinator') + 1);
  const find = (type: CssNode['type']): string | undefined => {
    const part = last.find((each) => each.type === type);
    if (part === undefined || !('name' in part) || typeof part.name !== 'string') return undefined;
    // Without its namespace. A name with escapes may be anything.
    return part.name.includes('\\') ? undefined : part.name.replace(/^.*\|/, '');
  };
  const [id, name, element] = [find('IdSelector'), find('ClassSelector'), find('TypeSelector')];
  if (id !== undefined) return `#${id}`;
  return name === undefined ? (element ?? '*') : `.${name}`;
}
