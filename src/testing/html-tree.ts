import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { attributesOf, isElement, readHtml, textOf, type HtmlNode } from '../html/index.ts';

/** A text without the white space around it, or an element. */
type TreeNode = string | { name: string; attributes: [string, string][]; children: TreeNode[] };

/** Returns the tree of HTML as `readHtml` reads it, without comments, and without the content of scripts and style sheets. */
export function readTree(html: string): TreeNode[] {
  const convert = (nodes: readonly HtmlNode[]): TreeNode[] =>
    nodes.flatMap((node): TreeNode[] => {
      if (!isElement(node)) return toText(textOf(node));
      const { name, children } = node;
      return [{ name, attributes: [...attributesOf(node)], children: convert(children) }];
    });
  return convert(readHtml(html));
}

/** Returns the same as {@link readTree}, as browsers parse the HTML of a page or of its part. */
export function parseTree(html: string): TreeNode[] {
  const convert = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): TreeNode[] =>
    nodes.flatMap((node): TreeNode[] => {
      if (defaultTreeAdapter.isTextNode(node)) return toText(node.value);
      if (!defaultTreeAdapter.isElementNode(node)) return [];
      const { tagName: name, attrs } = node;
      const attributes = attrs.map(({ prefix, name: own, value }): [string, string] => [
        prefix ? `${prefix}:${own}` : own,
        value,
      ]);
      const inner = 'content' in node ? node.content : node;
      return [{ name, attributes, children: isOpaque(name) ? [] : convert(inner.childNodes) }];
    });
  return convert((/^<!doctype/i.test(html) ? parse(html) : parseFragment(html)).childNodes);
}

function isOpaque(name: string): boolean {
  return name === 'script' || name === 'style';
}

/** White space in `<head>` and around `<body>` is not kept by parsers. */
function toText(value: string): string[] {
  const trimmed = value.trim();
  return trimmed === '' ? [] : [trimmed];
}
