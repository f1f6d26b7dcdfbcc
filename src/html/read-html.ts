import { isVoid, type HtmlNode } from './node.ts';

/** Matches a script or a style sheet as a whole, a comment or a document type, or a tag: its slash, name and attributes. */
const markup =
  /<(script|style)\b((?:"[^"]*"|[^">])*)>[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi;

/** An element whose end tag has not been read yet, or the whole text. */
interface OpenElement {
  name: string;
  attributes: string;
  /** Offset of its start tag. */
  start: number;
  children: HtmlNode[];
}

/**
 * Parses the HTML of a text or a page of this site. Supports only what the site's own serializers write: all elements are closed,
 * and all attributes in double quotes. A parser for any HTML takes ten times as long, and a site has thousands of pages.
 *
 * @throws if an element is not closed
 */
export function readHtml(html: string): HtmlNode[] {
  const root: OpenElement = { name: '', attributes: '', start: 0, children: [] };
  const outer: OpenElement[] = [];
  let parent = root;
  let end = 0;
  const addText = (to: number): void => {
    if (end < to) parent.children.push({ type: 'text', html: html.slice(end, to) });
  };
  const addLeaf = (name: string, attributes: string, tag: string): void => {
    parent.children.push({ type: 'element', name, attributes, children: [], html: tag });
  };
  for (const match of html.matchAll(markup)) {
    const [tag, opaque, opaqueAttributes = '', slash, name = '', attributes = ''] = match;
    const start = match.index;
    addText(start);
    end = start + tag.length;
    if (opaque !== undefined) addLeaf(opaque, opaqueAttributes, tag);
    else if (name === '') parent.children.push({ type: 'comment', html: tag });
    else if (slash === '/') {
      const { name: own, attributes: written, children } = parent;
      if (own !== name)
        throw new Error(`HTML has </${name}> where ${own === '' ? 'nothing' : `<${own}>`} is open`);
      const element = {
        type: 'element',
        name,
        attributes: written,
        children,
        html: html.slice(parent.start, end),
      } as const;
      parent = outer.pop() ?? root;
      parent.children.push(element);
    } else if (attributes.endsWith('/')) addLeaf(name, attributes.slice(0, -1), tag);
    else if (isVoid(name)) addLeaf(name, attributes, tag);
    else {
      outer.push(parent);
      parent = { name, attributes, start, children: [] };
    }
  }
  if (parent !== root) throw new Error(`HTML has no </${parent.name}>`);
  addText(html.length);
  return root.children;
}
