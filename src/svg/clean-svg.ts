import {
  parseXml,
  XmlDocumentType,
  XmlElement,
  XmlError,
  XmlProcessingInstruction,
  XmlText,
  type XmlDocument,
  type XmlNode,
} from '@rgrove/parse-xml';
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { allowedElements, invisibleElements, svgNamespace, textElements } from './allowed.ts';
import { cleanAttributes } from './clean-attributes.ts';
import { cleanStyleSheet } from './clean-style.ts';
import { estimateCost } from './drawing-cost.ts';
import { malformed, maxCost, maxDepth, notSvg, tooCostly, tooDeep, type SvgFault } from './faults.ts';
import { resolveName, rootScope, scopeOf, type Scope } from './namespaces.ts';
import { Removed } from './removed.ts';

/** A drawing that runs nothing and loads nothing, even if a browser opens it by itself. */
export interface CleanSvg {
  /** The drawing in XML, without declaration: UTF-8. */
  text: string;
  /** Parts that were removed and may be missed, quoted from the file: `<script>`, `<animate>` (3 times). */
  removed: string[];
}

/** Levels of drawings that are embedded in one another as pictures. */
const maxEmbedding = 3;

/**
 * Parses an SVG file and serializes the elements, attributes and styles that are on an allow-list. References remain only to
 * elements of the same file, and to pictures and fonts within it.
 */
export function cleanSvg(source: string): CleanSvg | SvgFault {
  const removed = new Removed();
  const drawing = cleanDrawing(source, removed, 1);
  return 'what' in drawing ? drawing : { text: drawing.text, removed: removed.list() };
}

interface Drawing {
  text: string;
  /** Elements that browsers draw for it. */
  cost: number;
}

function cleanDrawing(source: string, removed: Removed, embedding: number): Drawing | SvgFault {
  const parsed = parse(source);
  if ('fault' in parsed) return parsed.fault;
  const { root } = parsed;
  if (root === null) return notSvg('nothing');
  for (const node of parsed.children) noteMarkup(node, removed);
  const { namespace, name } = resolveName(root.name, scopeOf(root, rootScope));
  if (name !== 'svg' || namespace !== svgNamespace) return notSvg(root.name);
  const costs = new Map<Element, number>();
  try {
    const svg = cleanElement(root, { scope: rootScope, depth: 1, removed, embedding, costs });
    const cost = svg === undefined ? 0 : estimateCost(svg, costs);
    if (svg === undefined) return notSvg(root.name);
    if (cost > maxCost) return tooCostly;
    svg.attributes = orderRootAttributes(svg.attributes);
    return { text: serialize(svg), cost };
  } catch (error) {
    // CSS that is nested deeply overflows the stack, too.
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

function parse(source: string): XmlDocument | { fault: SvgFault } {
  try {
    return parseXml(source, { preserveDocumentType: true });
  } catch (error) {
    // The parser is recursive.
    if (error instanceof RangeError) return { fault: tooDeep };
    if (error instanceof XmlError) return { fault: malformed(error, source) };
    throw error;
  }
}

/** Notes instructions and document types, which are always removed, if they could affect the drawing. */
function noteMarkup(node: XmlNode, removed: Removed): void {
  if (node instanceof XmlProcessingInstruction && node.name === 'xml-stylesheet')
    removed.add(`<?${node.name}?>`);
  if (node instanceof XmlDocumentType && node.internalSubset) removed.add('<!DOCTYPE […]>');
}

interface Context {
  /** Namespaces in scope of the parent. */
  scope: Scope;
  depth: number;
  removed: Removed;
  /** Level of this drawing among those that are embedded in one another. */
  embedding: number;
  /** Costs of the drawings embedded in this one, by the elements that show them. */
  costs: Map<Element, number>;
  /** Whether the parent is text, where a link becomes a `<tspan>`. */
  isInText?: boolean;
}

/** Returns the element with what is allowed of it, or `undefined` if it is not allowed itself. */
function cleanElement(element: XmlElement, context: Context): Element | undefined {
  const { depth, removed, isInText = false } = context;
  if (depth > maxDepth) throw new RangeError('Elements are nested too deeply');
  const scope = scopeOf(element, context.scope);
  const { namespace, name: written } = resolveName(element.name, scope);
  // A picture has no links, so only what a link contains is kept.
  const name = written === 'a' ? (isInText ? 'tspan' : 'g') : written;
  if (namespace !== svgNamespace || !allowedElements.has(name)) {
    // Drawing programs store data in their own namespaces, which draw nothing.
    const isDrawn = namespace === svgNamespace || namespace === 'http://www.w3.org/1999/xhtml';
    if (isDrawn && !invisibleElements.has(name)) removed.add(`<${written}>`);
    return undefined;
  }
  const attributes = cleanAttributes(element, { name: written, scope, removed });
  if (name === 'style') return cleanStyle(element, attributes, removed);
  const inner = { ...context, scope, depth: depth + 1, isInText: textElements.has(name) };
  const clean: Element = { type: 'element', name, attributes, children: cleanChildren(element, name, inner) };
  if (attributes.href !== undefined) cleanEmbedded(clean, attributes.href, context);
  return clean;
}

/** Cleans the SVG that an element shows, if it is one, or removes it. draw.io embeds icons in this way. */
function cleanEmbedded(element: Element, href: string, { removed, embedding, costs }: Context): void {
  if (!href.startsWith('data:image/svg')) return;
  const drawing = embedding < maxEmbedding ? cleanDrawing(decodeUrl(href), removed, embedding + 1) : tooDeep;
  if ('what' in drawing) {
    removed.add(`href="${href}"`);
    delete element.attributes.href;
  } else {
    element.attributes.href = `data:image/svg+xml;base64,${Buffer.from(drawing.text).toString('base64')}`;
    costs.set(element, drawing.cost);
  }
}

/** Returns the text in a `data:` URL; empty if it is malformed. */
function decodeUrl(url: string): string {
  const [, base64, data = ''] = /^data:[^;,]*(?:;(?!base64,)[^;,]*)*(;base64)?,(.*)$/s.exec(url) ?? [];
  try {
    return base64 === undefined ? decodeURIComponent(data) : Buffer.from(data, 'base64').toString();
  } catch {
    return '';
  }
}

function cleanChildren(element: XmlElement, name: string, context: Context): ElementContent[] {
  return element.children.flatMap((node): ElementContent[] => {
    if (node instanceof XmlText) return textElements.has(name) ? [{ type: 'text', value: node.text }] : [];
    if (node instanceof XmlElement) {
      const clean = cleanElement(node, context);
      return clean === undefined ? [] : [clean];
    }
    noteMarkup(node, context.removed);
    return [];
  });
}

function cleanStyle(
  element: XmlElement,
  attributes: Record<string, string>,
  removed: Removed,
): Element | undefined {
  const { type = 'text/css' } = attributes;
  if (!/^(?:text\/css)?$/i.test(type.trim())) {
    removed.add(`<style type="${type}">`);
    return undefined;
  }
  const css = cleanStyleSheet(element.text, removed);
  if (css === '') return undefined;
  return { type: 'element', name: 'style', attributes, children: [{ type: 'text', value: css }] };
}

/** Puts the namespace and the size first, where readers of image sizes look for them, and normalizes the separators of `viewBox`. */
function orderRootAttributes({ width, height, viewBox, ...others }: Element['attributes']) {
  return {
    xmlns: svgNamespace,
    width,
    height,
    viewBox: viewBox?.trim().replace(/[\s,]+/g, ' '),
    ...others,
  };
}

function serialize(svg: Element): string {
  // XML allows `]]>` only as the end of a CDATA section, and the serializer leaves it as it is.
  return toXml(svg, { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;');
}
