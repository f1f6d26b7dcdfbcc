import {
  attributeOf,
  createElement,
  createText,
  hasClass,
  isElement,
  textOf,
  withChildren,
  type HtmlElement,
  type HtmlNode,
} from '../html/index.ts';
import { toFragment } from '../markdown/index.ts';

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
export function withHeadingLinks(nodes: readonly HtmlNode[], links: HeadingLinks): HtmlNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const children = withHeadingLinks(node.children, links);
    const heading = hasClass(node, 'heading') ? node.children.find(isElement) : undefined;
    const id = heading === undefined ? undefined : attributeOf(heading, 'id');
    if (heading === undefined || id === undefined) return withChildren(node, children);
    return withChildren(node, [...children, toLink(heading, id, links)]);
  });
}

function toLink(
  heading: HtmlElement,
  id: string,
  { href, hreflang, lang, label }: HeadingLinks,
): HtmlElement {
  const words = label(textOf(heading).replace(/\s+/g, ' ').trim());
  return createElement(
    'a',
    {
      class: 'permalink',
      href: href + toFragment(id),
      hreflang,
      lang,
      'data-reading': 'single',
      'aria-label': words,
      title: words,
    },
    [createText('→')],
  );
}
