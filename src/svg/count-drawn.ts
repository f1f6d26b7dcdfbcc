import type { Element } from 'xast';

/**
 * Counts the elements of a drawing, those that `<use>` copies as often as they are copied: ten levels of ten copies each are ten
 * billion elements in a file of 1 KB. Returns `Infinity` for copies within copies more than `maxDepth` levels deep.
 */
export function countDrawnElements(root: Element, maxDepth: number): number {
  const byId = new Map<string, Element>();
  for (const element of descendants(root)) {
    const { id } = element.attributes;
    if (id != null && !byId.has(id)) byId.set(id, element);
  }
  const counts = new Map<Element, number>();
  const count = (element: Element, depth: number): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    if (depth > maxDepth) return Infinity;
    // Copies of an element within itself are not drawn.
    counts.set(element, 0);
    let total = 1;
    for (const child of element.children) if (child.type === 'element') total += count(child, depth + 1);
    const target = element.name === 'use' ? byId.get(element.attributes.href?.slice(1) ?? '') : undefined;
    if (target !== undefined) total += count(target, depth + 1);
    counts.set(element, total);
    return total;
  };
  return count(root, 0);
}

function* descendants(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (child.type === 'element') yield* descendants(child);
}
