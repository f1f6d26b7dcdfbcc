import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { findDrawing, hasClass, toDrawing, type DrawingKind } from './drawings.ts';

/** The addresses and strings that a feed’s HTML needs. */
export interface FeedSetting {
  /** Full URL of the text's page. */
  page: string;
  /** Returns the full URL of a drawing's image. */
  drawing: (digest: string) => string;
  /** Text of the link to an interactive figure on its page. */
  toLiveFigure: string;
}

/**
 * Converts a text's HTML to what feed readers can show: full URLs, and nothing that needs the page's styles or scripts. Diagrams
 * and figures become images, as most readers remove SVG, and formulas become plain text.
 */
export function toFeedHtml(html: string, setting: FeedSetting): string {
  const tree = fromHtml(html, { fragment: true });
  return toHtml({ ...tree, children: clean(tree, setting) as RootContent[] });
}

function clean(node: Root | Element, setting: FeedSetting): ElementContent[] {
  return (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (pageClasses.some((name) => hasClass(child, name)) || isWordJoiner(child)) return [];
    const drawing = findDrawing(child);
    if (drawing !== undefined) return [toImage(drawing.svg, drawing.kind, setting)];
    if (child.tagName === 'math') return [toCode(child)];
    if (hasClass(child, 'math') || hasClass(child, 'math-word')) {
      const content = clean(child, setting);
      return child.tagName === 'div' ? [h('p', content)] : content;
    }
    if (isFigureElement(child)) return [...clean(dropControls(child), setting), toLiveLink(node, setting)];
    const properties = toFeedProperties(child.properties, setting.page);
    return [{ ...child, properties, children: clean(child, setting) }];
  });
}

/** Returns a drawing as an image, or its description if an image can't show its characters. */
function toImage(svg: Element, kind: DrawingKind, setting: FeedSetting): Element {
  const drawing = toDrawing(svg, kind);
  if (drawing === undefined) return h('p', String(svg.properties.ariaLabel));
  const { digest, alt, width, height } = drawing;
  return h('img', { src: setting.drawing(digest), alt, width, height });
}

/** Returns a formula as plain text, as most readers remove MathML. */
function toCode({ properties }: Element): Element {
  return h('code', String(properties.alttext));
}

/** Returns whether an element only makes the page's styles keep a particle in its line. */
function isWordJoiner({ tagName, children }: Element): boolean {
  return tagName === 'u' && children.length === 0;
}

/** Returns whether an element is the custom element of a figure, which contains its content without scripts. */
function isFigureElement({ tagName }: Element): boolean {
  return tagName.startsWith('narani-');
}

/** Removes controls, and drawings other than the figure's picture. */
function dropControls(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (hasClass(child, 'figure-picture')) return [child];
    return controls.has(child.tagName) ? [] : [dropControls(child)];
  });
  return { ...element, children };
}

const controls: ReadonlySet<string> = new Set<string>([
  ...['button', 'fieldset', 'form', 'input', 'label', 'select', 'textarea'],
  ...['script', 'style', 'svg', 'template'],
]);

/** Returns a paragraph with a link to a figure on its page. */
function toLiveLink(figure: Root | Element, { page, toLiveFigure }: FeedSetting): Element {
  const id = 'properties' in figure ? figure.properties.id : undefined;
  const href = typeof id === 'string' ? new URL(`#${id}`, page).href : page;
  return h('p', h('a', { href }, toLiveFigure));
}

/** Classes of elements that are not part of the text: permalinks, revision marks, and targets for the states of figures. */
const pageClasses = ['permalink', 'revision', 'figure-state'];

/** Attributes that have an effect only with the page's styles and scripts. */
const pageAttributes = /^(?:className|data[A-Z].*|role|sizes|srcSet|tabIndex)$/;

function toFeedProperties(properties: Element['properties'], pageUrl: string): Element['properties'] {
  const result = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !pageAttributes.test(name)),
  );
  // Ids with this prefix belong to the page. No heading has one, as `:` is not allowed in their ids.
  if (typeof result.id === 'string' && result.id.startsWith('page:')) delete result.id;
  for (const name of ['href', 'src']) {
    const address = result[name];
    if (typeof address === 'string' && URL.canParse(address, pageUrl))
      result[name] = new URL(address, pageUrl).href;
  }
  return result;
}
