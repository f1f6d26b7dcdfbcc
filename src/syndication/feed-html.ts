import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/**
 * A text's HTML as feed readers can show it: every address a full URL, and nothing that only works on the page.
 *
 * @param pageUrl full URL of the page the text stands on
 */
export function toFeedHtml(html: string, pageUrl: string): string {
  const tree = fromHtml(html, { fragment: true });
  return toHtml({ ...tree, children: clean(tree, pageUrl) as RootContent[] });
}

function clean(node: Root | Element, pageUrl: string): ElementContent[] {
  return (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (hasClass(child, 'permalink')) return [];
    return [
      { ...child, properties: toFeedProperties(child.properties, pageUrl), children: clean(child, pageUrl) },
    ];
  });
}

/** Attributes that do something only with the page's styles, scripts and sizes. */
const ofThePage = new Set(['className', 'dataLanguage', 'role', 'sizes', 'srcSet', 'tabIndex']);

function toFeedProperties(properties: Element['properties'], pageUrl: string): Element['properties'] {
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !ofThePage.has(name)));
  for (const name of ['href', 'src']) {
    const address = kept[name];
    if (typeof address === 'string' && URL.canParse(address, pageUrl))
      kept[name] = new URL(address, pageUrl).href;
  }
  return kept;
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
