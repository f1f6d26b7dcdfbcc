import type { Element, ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { toFragment } from '../markdown/index.ts';
import { hasClass, isElement } from './element.ts';

/** Where headings lead to: the same place where one text stands alone. */
export interface HeadingLinks {
  /** The page of the text alone. */
  href: string;
  hreflang: string;
  /** The language of the words. */
  lang: string;
  label: (heading: string) => string;
}

/** Nodes whose headings have, behind their own link, one to the same place of the text alone. */
export function withHeadingLinks(nodes: readonly RootContent[], links: HeadingLinks): RootContent[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const children = withHeadingLinks(node.children, links) as ElementContent[];
    const heading = hasClass(node, 'heading') ? node.children.find(isElement) : undefined;
    const id = heading?.properties.id;
    if (heading === undefined || typeof id !== 'string') return { ...node, children };
    return { ...node, children: [...children, toLink(heading, id, links)] };
  });
}

function toLink(heading: Element, id: string, { href, hreflang, lang, label }: HeadingLinks): Element {
  const words = label(toString(heading).replace(/\s+/g, ' ').trim());
  return h(
    'a.permalink',
    {
      href: href + toFragment(id),
      hrefLang: hreflang,
      lang,
      dataReading: 'single',
      ariaLabel: words,
      title: words,
    },
    '→',
  );
}
