import type { Element, ElementContent } from 'hast';

/** What is given as content: nodes, text, or nothing where there is none. */
export type Content = ElementContent | string | number | undefined | false | readonly Content[];

/** Attributes by the names that HTML and SVG give them: a build writes them, and a browser sets them, as they stand here. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * An element of a picture or of what stands around it: plain data, written by a build and shown by a browser alike.
 *
 * @example
 * el('text', { x: '25%', y: 12 }, '15 s')
 */
export function el(tagName: string, attributes: Attributes = {}, ...content: Content[]): Element {
  return { type: 'element', tagName, properties: { ...attributes }, children: content.flatMap(toNodes) };
}

function toNodes(content: Content): ElementContent[] {
  if (content === undefined || content === false) return [];
  if (Array.isArray(content)) return (content as readonly Content[]).flatMap(toNodes);
  if (typeof content === 'object') return [content as ElementContent];
  return [{ type: 'text', value: String(content) }];
}
