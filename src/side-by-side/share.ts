import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { findRunning, hasClass, isBlank, isElement } from './element.ts';

/**
 * What stands in a row of both texts as one, where both show the same: code, pictures, diagrams, tables, figures in one state. It
 * is the own text's; a caption that the other has in words of its own is added to it, but for a figure that runs, which speaks one
 * language. Nothing where they differ, or say anything beside.
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
  return withOthers(own, new Map(ours.map((each, index) => [each, theirs[index]])), lang);
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
  if (other === undefined) return false;
  const [running, otherRunning] = [findRunning(one), findRunning(other)];
  if (running === undefined || otherRunning === undefined) return toHtml(shown(one)) === toHtml(shown(other));
  return (
    running.tagName === otherRunning.tagName &&
    running.properties.dataPairs === otherRunning.properties.dataPairs
  );
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

/** Nodes in which each exhibit has what is to be kept of its counterpart. */
function withOthers(
  nodes: readonly RootContent[],
  counterparts: ReadonlyMap<Element, Element | undefined>,
  lang: string,
): RootContent[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    if (!counterparts.has(node))
      return { ...node, children: withOthers(node.children, counterparts, lang) as ElementContent[] };
    const counterpart = counterparts.get(node);
    return findRunning(node) === undefined
      ? withCaption(node, captionOf(counterpart), lang)
      : withStates(node, counterpart);
  });
}

function withCaption(node: Element, theirs: Element | undefined, lang: string): Element {
  const ours = captionOf(node);
  if (theirs === undefined || (ours !== undefined && toHtml(ours) === toHtml(theirs))) return node;
  const children = node.children.filter((each) => each !== ours);
  const words = [
    ...(ours === undefined ? [] : [h('span', ours.children)]),
    h('span', { lang }, theirs.children),
  ];
  const isFirst = ours === undefined ? false : node.children.indexOf(ours) === 0;
  const caption = { ...theirs, children: words };
  return { ...node, children: isFirst ? [caption, ...children] : [...children, caption] };
}

/** A figure that has a place for each state, too, to which the other text alone links. */
function withStates(node: Element, counterpart: Element | undefined): Element {
  const own = new Set(statesOf(node).map(({ properties: { id } }) => id));
  const others = counterpart === undefined ? [] : statesOf(counterpart);
  const added = others.filter(
    ({ properties: { id } }) => !own.has(id) && String(id).startsWith(`${String(node.properties.id)}:`),
  );
  return { ...node, children: [...added, ...node.children] };
}

function statesOf({ children }: Element): Element[] {
  return children.filter(isElement).filter((child) => hasClass(child, 'figure-state'));
}
