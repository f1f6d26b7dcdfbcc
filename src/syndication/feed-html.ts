import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { findDiagram } from './diagram.ts';
import { toDrawing, type DrawingKind } from './drawing.ts';
import { dropControls, findFigurePicture, isFigureHost } from './figure.ts';
import { hasClass } from './has-class.ts';

/** What a text’s HTML needs where it stands alone: full URLs, and words. */
export interface FeedSetting {
  /** Address of the page the text stands on. */
  page: string;
  /** Address of the picture of a diagram or a figure. */
  drawing: (digest: string) => string;
  /** Link to a figure on the page, where it can be played with. */
  toLiveFigure: string;
}

/**
 * A text's HTML as feed readers can show it: every address a full URL, and nothing that only works on the page. Diagrams and
 * figures are pictures: most readers strip SVG.
 */
export function toFeedHtml(html: string, setting: FeedSetting): string {
  const tree = fromHtml(html, { fragment: true });
  return toHtml({ ...tree, children: clean(tree, setting) as RootContent[] });
}

function clean(node: Root | Element, setting: FeedSetting): ElementContent[] {
  return (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (ofThePage.some((name) => hasClass(child, name))) return [];
    const diagram = findDiagram(child);
    if (diagram !== undefined) return [toPicture(diagram, 'diagram', setting)];
    const figure = findFigurePicture(child);
    if (figure !== undefined) return [toPicture(figure, 'figure', setting)];
    if (isFigureHost(child)) return [...clean(dropControls(child), setting), toLive(node, setting)];
    const properties = toFeedProperties(child.properties, setting.page);
    return [{ ...child, properties, children: clean(child, setting) }];
  });
}

/** A drawing as a picture, or in words where no picture can show its characters. */
function toPicture(svg: Element, kind: DrawingKind, setting: FeedSetting): Element {
  const drawing = toDrawing(svg, kind);
  if (drawing === undefined) return h('p', String(svg.properties.ariaLabel));
  const { digest, alt, width, height } = drawing;
  return h('img', { src: setting.drawing(digest), alt, width, height });
}

/** A paragraph that leads to a figure on its page. */
function toLive(figure: Root | Element, { page, toLiveFigure }: FeedSetting): Element {
  const id = 'properties' in figure ? figure.properties.id : undefined;
  const href = typeof id === 'string' ? new URL(`#${id}`, page).href : page;
  return h('p', h('a', { href }, toLiveFigure));
}

/** Classes of what is no part of the text: links to headings, marks of changes, places that stand for states of figures. */
const ofThePage = ['permalink', 'revision', 'figure-state'];

/** Attributes that do something only with the page's styles, scripts and sizes. */
const attributesOfThePage = /^(?:className|data[A-Z].*|role|sizes|srcSet|tabIndex)$/;

function toFeedProperties(properties: Element['properties'], pageUrl: string): Element['properties'] {
  const kept = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !attributesOfThePage.test(name)),
  );
  // So begin the ids that a page gives, and no heading's does.
  if (typeof kept.id === 'string' && kept.id.startsWith('page:')) delete kept.id;
  for (const name of ['href', 'src']) {
    const address = kept[name];
    if (typeof address === 'string' && URL.canParse(address, pageUrl))
      kept[name] = new URL(address, pageUrl).href;
  }
  return kept;
}
