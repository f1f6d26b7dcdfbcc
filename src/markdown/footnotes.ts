import type { FootnoteDefinition, Root, Text } from 'mdast';
import type { Node } from 'unist';
import { SKIP, visit } from '../tree/index.ts';
import type { VFile } from 'vfile';
import { report } from './report.ts';

/** Reports footnotes without a definition, without a reference, and with more than one definition. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const referenced = new Set<string>();
    const defined = new Set<string>();
    visit(tree, 'footnoteReference', ({ identifier }) => void referenced.add(identifier));
    visit(tree, 'footnoteDefinition', (node) => {
      if (!referenced.has(node.identifier)) reportUnreferenced(file, node);
      else if (defined.has(node.identifier)) reportRepeated(file, node);
      defined.add(node.identifier);
    });
    visit(tree, 'text', (node, _, parent) => {
      for (const { label, place } of findUndefined(node, parent?.position?.start.column ?? 1))
        reportUndefined(file, place, label);
    });
  };
}

/**
 * References that the parser has left as text because no footnote has their label.
 *
 * @param indent column of the paragraph, at which its lines after the first begin
 */
function findUndefined({ value, position }: Text, indent: number): { label: string; place: Node }[] {
  return value.split('\n').flatMap((text, row) =>
    [...text.matchAll(/\[\^([^[\]\s]+)\]/g)].map(({ 1: label = '', index }) => {
      if (position === undefined) return { label, place: { type: 'text' } };
      const { line, column } = position.start;
      const point = { line: line + row, column: (row === 0 ? column : indent) + index };
      return { label, place: { type: 'text', position: { start: point, end: point } } };
    }),
  );
}

function reportUnreferenced(file: VFile, node: FootnoteDefinition): void {
  report(file, node, {
    rule: 'footnote/uncalled',
    severity: 'warning',
    what: `Footnote \`${node.identifier}\` is never referenced`,
    why: 'It is left out of the page.',
    fix: `Put \`[^${node.identifier}]\` where it belongs, or remove the footnote.`,
  });
}

function reportRepeated(file: VFile, node: FootnoteDefinition): void {
  report(file, node, {
    rule: 'footnote/repeated',
    severity: 'error',
    what: `Duplicate footnote \`${node.identifier}\``,
    why: 'Only the first one is shown; this one is left out of the page.',
    fix: 'Give it another label here and where it is referenced.',
  });
}

function reportUndefined(file: VFile, place: Node, label: string): void {
  report(file, place, {
    rule: 'footnote/missing',
    severity: 'warning',
    what: `Missing footnote \`${label}\``,
    why: 'The reference is shown as typed and leads nowhere.',
    fix: `Add a line \`[^${label}]: …\` at the end of the text.`,
  });
}

/**
 * Renames footnotes and their references to the names that their ids are made of. Removes footnotes without a name, which
 * nothing refers to: their label may be the name of another footnote.
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
