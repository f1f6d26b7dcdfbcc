export {
  addClasses,
  attributeOf,
  attributesOf,
  createElement,
  createText,
  hasClass,
  isElement,
  textOf,
  toHtml,
  withAttributes,
  withChildren,
  type HtmlElement,
  type HtmlNode,
} from './node.ts';
export { readHtml } from './read-html.ts';
