import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';

/** Lists the elements of a picture, itself included, in order. */
export function listElements(root: Element): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element: Element) => {
    found.push(element);
  });
  return found;
}

/**
 * Expects a picture of a figure to be small and plain: fewer than `limit` elements, no ids or styles, and only drawn values.
 *
 * @param paths what the data of each path must match
 */
export function expectPlainPicture(picture: Element, limit: number, paths: RegExp): void {
  const elements = listElements(picture);
  expect(elements.length).toBeLessThan(limit);
  for (const { properties } of elements) {
    expect(properties).not.toHaveProperty('id');
    expect(properties).not.toHaveProperty('style');
    expect(properties.d?.toString() ?? '').toMatch(paths);
    expect(JSON.stringify(properties)).not.toMatch(/NaN|undefined|null/);
  }
}
