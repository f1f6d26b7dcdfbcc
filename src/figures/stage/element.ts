import type { Element, ElementContent } from 'hast';

/** Content of an element: nodes, text, numbers, nested lists of these, or a falsy value that adds nothing. */
export type Content = ElementContent | string | number | undefined | false | readonly Content[];

/** Attributes by their HTML or SVG names. Both `hast-util-to-html` and Preact accept these names as they are. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Creates a hast element. A build writes it as HTML; a browser renders it through Preact.
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
