import type { Definition, ImageReference, LinkReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface LinkData {
    /** Where the address is written, if that is not in the link itself. */
    definition?: Definition;
  }
  interface ImageData {
    /** Where the address is written, if that is not in the image itself. */
    definition?: Definition;
  }
}

/**
 * Turn `[text][label]` and `![alt][label]` into the links and images they stand for, so that whatever asks where a text
 * leads, or what it shows, has one kind of node to ask about.
 */
export function resolveReferences(tree: Root): void {
  const definitions = findDefinitions(tree);
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const definition = definitions.get(node.identifier);
    if (definition === undefined || parent === undefined || index === undefined) return;
    parent.children[index] = resolve(node, definition);
    // The new node is visited in the old one's place: an image may stand inside a link.
    return index;
  });
}

/** Of several definitions of a label the first counts (https://spec.commonmark.org/0.31.2/#matches). */
function findDefinitions(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  return definitions;
}

function resolve(node: LinkReference | ImageReference, definition: Definition) {
  const { url, title = null } = definition;
  const { position } = node;
  const common = { url, title, data: { definition }, ...(position === undefined ? {} : { position }) };
  return node.type === 'imageReference'
    ? { type: 'image' as const, alt: node.alt ?? null, ...common }
    : { type: 'link' as const, children: node.children, ...common };
}
