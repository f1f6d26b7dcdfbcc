import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { findFigureElement, hasClass, isBlank, isElement } from './element.ts';

/**
 * Merges a row in which both texts show the same: code, formulas, images, diagrams, tables, or interactive figures in the same state.
 * Returns the own text's content with the other text's caption added, except for interactive figures. Returns `undefined` if
 * the texts differ or contain anything else.
 *
 * @param lang language of the other text
 */
export function mergeRow(
  own: readonly RootContent[],
  other: readonly RootContent[],
  lang: string,
): readonly RootContent[] | undefined {
  const [ours, theirs] = [findShareable(own), findShareable(other)];
  if (ours === undefined || ours.length === 0 || ours.length !== theirs?.length) return undefined;
  if (!ours.every((each, index) => isSame(each, theirs[index]))) return undefined;
  return withCounterparts(own, new Map(ours.map((each, index) => [each, theirs[index]])), lang);
}

/** Returns the shareable elements among nodes, or `undefined` if there is anything else. They may be in lists, but not in callouts or quotes, whose frame would span both columns. */
function findShareable(nodes: readonly RootContent[]): Element[] | undefined {
  const found: Element[] = [];
  for (const node of nodes.filter((each) => !isBlank(each))) {
    if (!isElement(node)) return undefined;
    const inner = isShareable(node) ? [node] : isList(node) ? findShareable(node.children) : undefined;
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}

function isList({ tagName }: Element): boolean {
  return ['ol', 'ul', 'li'].includes(tagName);
}

function isShareable(element: Element): boolean {
  const { tagName, children } = element;
  if (tagName === 'figure' || ['code', 'math', 'table'].some((name) => hasClass(element, name))) return true;
  return (
    tagName === 'p' &&
    children.length > 0 &&
    children.every((each) => isElement(each) && each.tagName === 'img')
  );
}

function isSame(one: Element, other: Element | undefined): boolean {
  if (other === undefined) return false;
  const [figure, otherFigure] = [findFigureElement(one), findFigureElement(other)];
  if (figure === undefined || otherFigure === undefined) return isEqual(one, other);
  return (
    figure.tagName === otherFigure.tagName && figure.properties.dataPairs === otherFigure.properties.dataPairs
  );
}

/** Returns whether two nodes show the same, apart from words: captions, labels and alternative texts. */
function isEqual(one: ElementContent, other: ElementContent | undefined): boolean {
  if (!isElement(one)) return other?.type === one.type && 'value' in other && other.value === one.value;
  if (other === undefined || !isElement(other) || one.tagName !== other.tagName) return false;
  if (!isSameProperties(one.properties, other.properties)) return false;
  const [ours, theirs] = [withoutWords(one.children), withoutWords(other.children)];
  return ours.length === theirs.length && ours.every((each, index) => isEqual(each, theirs[index]));
}

function isSameProperties(one: Properties, other: Properties): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  names.delete('ariaLabel');
  names.delete('alt');
  return [...names].every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

function withoutWords(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.filter(
    (each) => !isElement(each) || (each.tagName !== 'figcaption' && !hasClass(each, 'visually-hidden')),
  );
}

function captionOf(element: Element | undefined): Element | undefined {
  return element?.children.filter(isElement).find(({ tagName }) => tagName === 'figcaption');
}

/** Adds to each shareable element the caption or the states of its counterpart. */
function withCounterparts(
  nodes: readonly RootContent[],
  counterparts: ReadonlyMap<Element, Element | undefined>,
  lang: string,
): RootContent[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    if (!counterparts.has(node))
      return { ...node, children: withCounterparts(node.children, counterparts, lang) as ElementContent[] };
    const counterpart = counterparts.get(node);
    return findFigureElement(node) === undefined
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

/** Adds the link targets for states that only the other text links to. */
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
