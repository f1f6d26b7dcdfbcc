import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Call each footnote, where it stands and where it is called, by the name that its ids are made of. One that has no name is
 * shown nowhere, and is taken out: its label may be another's name.
 */
export function remarkFootnoteIds(options: { names: Readonly<Record<string, string>> }) {
  return (tree: Root): void => {
    const nameOf = (label: string): string | undefined =>
      Object.hasOwn(options.names, label) ? options.names[label] : undefined;
    visit(tree, (node, index, parent) => {
      if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return;
      const name = nameOf(node.identifier);
      if (name !== undefined) node.identifier = name;
      else if (node.type === 'footnoteDefinition' && parent !== undefined && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      return undefined;
    });
  };
}
