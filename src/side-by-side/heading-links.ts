import type { Element, ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { toFragment } from '../markdown/index.ts';
import { hasClass, isElement } from './element.ts';

/** The target and label of the links from headings to the single-language page. */
export interface HeadingLinks {
  /** Address of the single-language page. */
  href: string;
  hreflang: string;
  /** Language of the label. */
  lang: string;
  label: (heading: string) => string;
}

/** Adds to each heading, after its permalink, a link to the same heading on the single-language page. */
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
