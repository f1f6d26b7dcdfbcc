import type { Element } from 'xast';
import { maxDepth } from './faults.ts';
import { findStyleReferences, maxReferences, referencesOf, type Reference } from './references.ts';

/** Operations of one filter at which a drawing counts as endless. Filters of drawing programs have less than 20. */
const maxOperations = 300;

/** A filter operation redraws an area, so it costs about as much as this number of elements. */
const operationCost = 10;

/**
 * Estimates how many elements a browser draws for a drawing. Copies by `<use>`, patterns, masks, clips, markers and filters count
 * as often as they are applied: ten patterns that each draw ten shapes filled by the next are ten billion elements in a file of
 * 10 KB. Inherited fills and strokes count for each element that inherits them.
 *
 * @param embedded costs of embedded drawings, by the elements that show them
 */
export function estimateCost(root: Element, embedded: ReadonlyMap<Element, number>): number {
  const byId = new Map<string, Element>();
  const css: string[] = [];
  for (const element of descendants(root)) {
    const { id } = element.attributes;
    if (id != null && !byId.has(id)) byId.set(id, element);
    if (element.name === 'style') css.push(textIn(element));
  }
  const styles = findStyleReferences(css.join('\n'));
  const sizes = new Map<Element, number>();
  const costs = new Map<Element, number>();

  /** Counts the elements drawn for an element, without what is applied to them. */
  function sizeOf(element: Element, depth: number): number {
    return memoize(sizes, element, depth, () => {
      const parts = [...elementsIn(element), ...copiesOf(element)];
      return 1 + sum(parts, (part) => sizeOf(part, depth + 1));
    });
  }

  function costOf(element: Element, depth: number): number {
    return memoize(costs, element, depth, () => {
      const parts = [...elementsIn(element), ...copiesOf(element)];
      const references = referencesOf(element, styles);
      if (references.length > maxReferences) return Infinity;
      return (
        (embedded.get(element) ?? 1) +
        sum(parts, (part) => costOf(part, depth + 1)) +
        sum(references, (reference) => costOfApplying(reference, element, depth + 1))
      );
    });
  }

  function costOfApplying({ id, isInherited }: Reference, element: Element, depth: number): number {
    const target = byId.get(id);
    if (target === undefined || target.name.endsWith('Gradient')) return 0;
    const operations = target.name === 'filter' ? countOperations(target) * operationCost : 0;
    return (costOf(target, depth) + operations) * (isInherited ? sizeOf(element, depth) : 1);
  }

  /** Returns the element that a `<use>` draws again, if there is one. */
  function copiesOf({ name, attributes }: Element): Element[] {
    const copied =
      name === 'use' || name === 'feImage' ? byId.get(attributes.href?.slice(1) ?? '') : undefined;
    return copied === undefined ? [] : [copied];
  }

  return costOf(root, 0);
}

/** Returns a number computed once per element. An element within itself is not drawn, so it counts nothing. */
function memoize(
  known: Map<Element, number>,
  element: Element,
  depth: number,
  compute: () => number,
): number {
  const before = known.get(element);
  if (before !== undefined) return before;
  if (depth > maxDepth) return Infinity;
  known.set(element, 0);
  const value = compute();
  known.set(element, value);
  return value;
}

/**
 * Counts the operations of a filter. Browsers compute an operation again for each operation that uses its result
 * (https://www.w3.org/TR/filter-effects-1/#FilterPrimitiveSubRegion).
 */
function countOperations(filter: Element): number {
  const results = new Map<string, number>();
  let last = 0;
  for (const operation of elementsIn(filter)) {
    const inputs = [operation, ...elementsIn(operation)].flatMap(({ attributes }) => [
      attributes.in,
      attributes.in2,
    ]);
    const named = inputs.filter((input) => input != null);
    last = 1 + (named.length === 0 ? last : sum(named, (input) => results.get(input) ?? 0));
    const { result } = operation.attributes;
    if (result != null) results.set(result, last);
  }
  return last > maxOperations ? Infinity : last;
}

function textIn({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

function* descendants(element: Element): Generator<Element> {
  yield element;
  for (const child of elementsIn(element)) yield* descendants(child);
}

function sum<T>(items: readonly T[], toNumber: (item: T) => number): number {
  return items.reduce((total, item) => total + toNumber(item), 0);
}
