import {
  attributeOf,
  attributesOf,
  createElement,
  hasClass,
  isElement,
  withChildren,
  type HtmlElement,
  type HtmlNode,
} from '../html/index.ts';
import { findFigureElement, isBlank } from './element.ts';

/**
 * Merges a row in which both texts show the same: code, formulas, images, diagrams, tables, or interactive figures in the same state.
 * Returns the own text's content with the other text's caption added, except for interactive figures. Returns `undefined` if
 * the texts differ or contain anything else.
 *
 * @param lang language of the other text
 */
export function mergeRow(
  own: readonly HtmlNode[],
  other: readonly HtmlNode[],
  lang: string,
): readonly HtmlNode[] | undefined {
  const [ours, theirs] = [findShareable(own), findShareable(other)];
  if (ours === undefined || ours.length === 0 || ours.length !== theirs?.length) return undefined;
  if (!ours.every((each, index) => isSame(each, theirs[index]))) return undefined;
  return withCounterparts(own, new Map(ours.map((each, index) => [each, theirs[index]])), lang);
}

/** Returns the shareable elements among nodes, or `undefined` if there is anything else. They may be in lists, but not in callouts or quotes, whose frame would span both columns. */
function findShareable(nodes: readonly HtmlNode[]): HtmlElement[] | undefined {
  const found: HtmlElement[] = [];
  for (const node of nodes.filter((each) => !isBlank(each))) {
    if (!isElement(node)) return undefined;
    const inner = isShareable(node) ? [node] : isList(node) ? findShareable(node.children) : undefined;
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}

function isList({ name }: HtmlElement): boolean {
  return ['ol', 'ul', 'li'].includes(name);
}

function isShareable(element: HtmlElement): boolean {
  const { name, children } = element;
  if (name === 'figure' || ['code', 'math', 'table'].some((name) => hasClass(element, name))) return true;
  return (
    name === 'p' && children.length > 0 && children.every((each) => isElement(each) && each.name === 'img')
  );
}

function isSame(one: HtmlElement, other: HtmlElement | undefined): boolean {
  if (other === undefined) return false;
  const [figure, otherFigure] = [findFigureElement(one), findFigureElement(other)];
  if (figure === undefined || otherFigure === undefined) return isEqual(one, other);
  return (
    figure.name === otherFigure.name &&
    attributeOf(figure, 'data-pairs') === attributeOf(otherFigure, 'data-pairs')
  );
}

/** Returns whether two nodes show the same, apart from words: captions, labels and alternative texts. */
function isEqual(one: HtmlNode, other: HtmlNode | undefined): boolean {
  if (other === undefined) return false;
  if (!isElement(one) || !isElement(other) || one.html === other.html) return one.html === other.html;
  if (one.name !== other.name || !hasSameAttributes(one, other)) return false;
  const [ours, theirs] = [withoutWords(one.children), withoutWords(other.children)];
  return ours.length === theirs.length && ours.every((each, index) => isEqual(each, theirs[index]));
}

function hasSameAttributes(one: HtmlElement, other: HtmlElement): boolean {
  const [ours, theirs] = [attributesOf(one), attributesOf(other)];
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  names.delete('aria-label');
  names.delete('alt');
  return [...names].every((name) => ours.get(name) === theirs.get(name));
}

function withoutWords(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.filter(
    (each) => !isElement(each) || (each.name !== 'figcaption' && !hasClass(each, 'visually-hidden')),
  );
}

function captionOf(element: HtmlElement | undefined): HtmlElement | undefined {
  return element?.children.filter(isElement).find(({ name }) => name === 'figcaption');
}

/** Adds to each shareable element the caption or the states of its counterpart. */
function withCounterparts(
  nodes: readonly HtmlNode[],
  counterparts: ReadonlyMap<HtmlElement, HtmlElement | undefined>,
  lang: string,
): HtmlNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    if (!counterparts.has(node))
      return withChildren(node, withCounterparts(node.children, counterparts, lang));
    const counterpart = counterparts.get(node);
    return findFigureElement(node) === undefined
      ? withCaption(node, captionOf(counterpart), lang)
      : withStates(node, counterpart);
  });
}

function withCaption(node: HtmlElement, theirs: HtmlElement | undefined, lang: string): HtmlElement {
  const ours = captionOf(node);
  if (theirs === undefined || ours?.html === theirs.html) return node;
  const children = node.children.filter((each) => each !== ours);
  const words = [
    ...(ours === undefined ? [] : [createElement('span', {}, ours.children)]),
    createElement('span', { lang }, theirs.children),
  ];
  const isFirst = ours === undefined ? false : node.children.indexOf(ours) === 0;
  const caption = withChildren(theirs, words);
  return withChildren(node, isFirst ? [caption, ...children] : [...children, caption]);
}

/** Adds the link targets for states that only the other text links to. */
function withStates(node: HtmlElement, counterpart: HtmlElement | undefined): HtmlElement {
  const own = new Set(statesOf(node).map(idOf));
  const others = counterpart === undefined ? [] : statesOf(counterpart);
  const added = others.filter((state) => !own.has(idOf(state)) && idOf(state).startsWith(`${idOf(node)}:`));
  return withChildren(node, [...added, ...node.children]);
}

function idOf(element: HtmlElement): string {
  return attributeOf(element, 'id') ?? '';
}

function statesOf({ children }: HtmlElement): HtmlElement[] {
  return children.filter(isElement).filter((child) => hasClass(child, 'figure-state'));
}
