import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { hasClass, isBlank, isElement } from './element.ts';

/**
 * What stands in a row of both texts as one, where both show the same: code, pictures, diagrams, tables. It is the own text's; a
 * caption that the other has in words of its own is added to it. Nothing where they differ, or say anything beside.
 *
 * @param lang of the other text
 */
export function shareRow(
  own: readonly RootContent[],
  other: readonly RootContent[],
  lang: string,
): readonly RootContent[] | undefined {
  const [ours, theirs] = [findExhibits(own), findExhibits(other)];
  if (ours === undefined || ours.length === 0 || ours.length !== theirs?.length) return undefined;
  if (!ours.every((each, index) => isSame(each, theirs[index]))) return undefined;
  const captions = new Map(ours.map((each, index) => [each, captionOf(theirs[index])]));
  return withCaptions(own, captions, lang);
}

/** What nodes show, if that is all there is to them: lists may stand around it, but no box that would reach over both columns. */
function findExhibits(nodes: readonly RootContent[]): Element[] | undefined {
  const found: Element[] = [];
  for (const node of nodes.filter((each) => !isBlank(each))) {
    if (!isElement(node)) return undefined;
    const inner = isExhibit(node) ? [node] : isList(node) ? findExhibits(node.children) : undefined;
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}

function isList({ tagName }: Element): boolean {
  return ['ol', 'ul', 'li'].includes(tagName);
}

function isExhibit(element: Element): boolean {
  const { tagName, children } = element;
  if (tagName === 'figure' || hasClass(element, 'code') || hasClass(element, 'table')) return true;
  return (
    tagName === 'p' &&
    children.length > 0 &&
    children.every((each) => isElement(each) && each.tagName === 'img')
  );
}

function isSame(one: Element, other: Element | undefined): boolean {
  return other !== undefined && toHtml(shown(one)) === toHtml(shown(other));
}

/** What of an element does not depend on the language it is told in. */
function shown(element: Element): Element {
  const properties = { ...element.properties, ariaLabel: undefined, alt: undefined };
  const children = element.children
    .filter(
      (each) => !isElement(each) || (each.tagName !== 'figcaption' && !hasClass(each, 'visually-hidden')),
    )
    .map((each) => (isElement(each) ? shown(each) : each));
  return { ...element, properties, children };
}

function captionOf(element: Element | undefined): Element | undefined {
  return element?.children.filter(isElement).find(({ tagName }) => tagName === 'figcaption');
}

function withCaptions(
  nodes: readonly RootContent[],
  captions: ReadonlyMap<Element, Element | undefined>,
  lang: string,
): RootContent[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    if (!captions.has(node))
      return { ...node, children: withCaptions(node.children, captions, lang) as ElementContent[] };
    const [ours, theirs] = [captionOf(node), captions.get(node)];
    if (theirs === undefined || (ours !== undefined && toHtml(ours) === toHtml(theirs))) return node;
    const children = node.children.filter((each) => each !== ours);
    const words = [
      ...(ours === undefined ? [] : [h('span', ours.children)]),
      h('span', { lang }, theirs.children),
    ];
    const isFirst = ours === undefined ? false : node.children.indexOf(ours) === 0;
    const caption = { ...theirs, children: words };
    return { ...node, children: isFirst ? [caption, ...children] : [...children, caption] };
  });
}
