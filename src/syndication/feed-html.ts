import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { findDiagram, toDiagramPicture } from './diagram.ts';
import { hasClass } from './has-class.ts';

/** Full URLs that a text’s HTML needs. */
export interface FeedAddresses {
  /** Of the page the text stands on. */
  page: string;
  /** Of the picture of a diagram. */
  diagram: (digest: string) => string;
}

/**
 * A text's HTML as feed readers can show it: every address a full URL, and nothing that only works on the page. Diagrams are pictures: most readers strip SVG.
 */
export function toFeedHtml(html: string, addresses: FeedAddresses): string {
  const tree = fromHtml(html, { fragment: true });
  return toHtml({ ...tree, children: clean(tree, addresses) as RootContent[] });
}

function clean(node: Root | Element, addresses: FeedAddresses): ElementContent[] {
  return (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (hasClass(child, 'permalink') || hasClass(child, 'revision')) return [];
    const diagram = findDiagram(child);
    if (diagram !== undefined) return [toPicture(diagram, addresses)];
    const properties = toFeedProperties(child.properties, addresses.page);
    return [{ ...child, properties, children: clean(child, addresses) }];
  });
}

/** A diagram as a picture, or in words where no picture can show its characters. */
function toPicture(svg: Element, addresses: FeedAddresses): Element {
  const picture = toDiagramPicture(svg);
  if (picture === undefined) return h('p', String(svg.properties.ariaLabel));
  const { digest, alt, width, height } = picture;
  return h('img', { src: addresses.diagram(digest), alt, width, height });
}

/** Attributes that do something only with the page's styles, scripts and sizes. */
const ofThePage = new Set(['className', 'dataKind', 'dataLanguage', 'role', 'sizes', 'srcSet', 'tabIndex']);

function toFeedProperties(properties: Element['properties'], pageUrl: string): Element['properties'] {
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !ofThePage.has(name)));
  // So begin the ids that a page gives, and no heading's does.
  if (typeof kept.id === 'string' && kept.id.startsWith('page:')) delete kept.id;
  for (const name of ['href', 'src']) {
    const address = kept[name];
    if (typeof address === 'string' && URL.canParse(address, pageUrl))
      kept[name] = new URL(address, pageUrl).href;
  }
  return kept;
}
