import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** A node of HTML. Nodes never change; each knows its HTML, so that what is not edited is not serialized again. */
export type HtmlNode = HtmlElement | HtmlText | HtmlComment;

export interface HtmlElement {
  type: 'element';
  /** Name of the tag, as written. */
  name: string;
  /** The attributes as written, with the space before them. */
  attributes: string;
  /** Empty for scripts and style sheets. */
  children: readonly HtmlNode[];
  html: string;
}

export interface HtmlText {
  type: 'text';
  html: string;
}

/** A comment or a document type. */
export interface HtmlComment {
  type: 'comment';
  html: string;
}

/** Matches an attribute with the space before it: its name, and its value, if it has one. */
const attributePattern = /\s+([^\s"=]+)(?:="([^"]*)")?/g;

/** Matches the names of elements without content and end tag (https://html.spec.whatwg.org/multipage/syntax.html#void-elements). */
const voidNames = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Returns whether elements of a name have no content and no end tag. */
export function isVoid(name: string): boolean {
  return voidNames.test(name);
}

/** Returns whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === 'element';
}

/** Returns the attributes of an element. */
export function attributesOf({ attributes }: HtmlElement): Map<string, string> {
  if (attributes === '') return new Map();
  return new Map(
    Array.from(attributes.matchAll(attributePattern), ([, name = '', value = '']) => [
      name,
      decodeHTMLAttribute(value),
    ]),
  );
}

/** Returns the value of an attribute, which is empty if it has none, or `undefined` if the element lacks it. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attributes.includes(name) ? attributesOf(element).get(name) : undefined;
}

/** Returns whether an element has a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return element.attributes.includes(name) && classesOf(element).includes(name);
}

/** Returns a copy of an element with additional classes. */
export function addClasses(element: HtmlElement, names: readonly string[]): HtmlElement {
  if (names.length === 0) return element;
  return withAttributes(element, { class: [...classesOf(element), ...names].join(' ') });
}

function classesOf(element: HtmlElement): string[] {
  return attributeOf(element, 'class')?.match(/\S+/g) ?? [];
}

/** Returns the text of a node and its descendants, with character references decoded. */
export function textOf(node: HtmlNode): string {
  if (node.type === 'text') return decodeHTML(node.html);
  return isElement(node) ? node.children.map(textOf).join('') : '';
}

/** Returns the HTML of nodes. */
export function toHtml(nodes: readonly HtmlNode[]): string {
  return nodes.map(({ html }) => html).join('');
}

/** Creates text. */
export function createText(value: string): HtmlText {
  return { type: 'text', html: value.replace(/[&<]/g, toReference) };
}

/** Creates an element. */
export function createElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly HtmlNode[],
): HtmlElement {
  const written = Object.entries(attributes).map(([key, value]) => writeAttribute(key, value));
  return compose(name, written.join(''), children);
}

/** Returns an element with other children: itself if they are the same ones. */
export function withChildren(element: HtmlElement, children: readonly HtmlNode[]): HtmlElement {
  const isSame =
    children.length === element.children.length &&
    children.every((child, index) => child === element.children[index]);
  return isSame ? element : compose(element.name, element.attributes, children);
}

/** Returns an element with other values of attributes. New ones come last; `undefined` removes an attribute. */
export function withAttributes(
  element: HtmlElement,
  changes: Readonly<Record<string, string | undefined>>,
): HtmlElement {
  const { name, attributes, children } = element;
  const left = new Map(Object.entries(changes));
  const write = (key: string): string => {
    const value = left.get(key);
    left.delete(key);
    return value === undefined ? '' : writeAttribute(key, value);
  };
  const kept = attributes.replace(attributePattern, (written, key: string) =>
    left.has(key) ? write(key) : written,
  );
  const changed = kept + [...left.keys()].map(write).join('');
  return changed === attributes ? element : compose(name, changed, children);
}

function compose(name: string, attributes: string, children: readonly HtmlNode[]): HtmlElement {
  const start = `<${name}${attributes}>`;
  const html = isVoid(name) ? start : `${start}${toHtml(children)}</${name}>`;
  return { type: 'element', name, attributes, children, html };
}

function writeAttribute(name: string, value: string): string {
  return ` ${name}="${value.replace(/["&'`]/g, toReference)}"`;
}

/** Returns a character reference, as `hast-util-to-html` writes it. */
function toReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
