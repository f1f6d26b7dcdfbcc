import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Turn `:name` inside a line back into the text it almost always is: `SIP:INVITE`, `예:가`.
 *
 * The directive syntax can't be switched off for inline text alone, and Narani has no inline directives.
 */
export function restoreTextDirectives(tree: Root, markdown: string): void {
  visit(tree, 'textDirective', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const attributes = markdown.slice(
      node.children.at(-1)?.position?.end.offset ?? node.position?.start.offset,
      node.position?.end.offset,
    );
    const hasLabel = node.children.length > 0;
    parent.children.splice(
      index,
      1,
      { type: 'text', value: hasLabel ? `:${node.name}[` : attributes },
      ...(hasLabel ? [...node.children, { type: 'text' as const, value: attributes }] : []),
    );
    return [SKIP, index];
  });
}
