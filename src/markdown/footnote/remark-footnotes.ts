import type { FootnoteDefinition, Root, Text } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../report.ts';

/** Report footnotes that would go missing: called but not written, or written but not called, or written twice. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const called = new Set<string>();
    const written = new Set<string>();
    visit(tree, 'footnoteReference', ({ identifier }) => void called.add(identifier));
    visit(tree, 'footnoteDefinition', (node) => {
      if (!called.has(node.identifier)) reportUncalled(file, node);
      else if (written.has(node.identifier)) reportRepeated(file, node);
      written.add(node.identifier);
    });
    visit(tree, 'text', (node, _, parent) => {
      for (const { label, place } of findCalls(node, parent?.position?.start.column ?? 1))
        reportMissing(file, place, label);
    });
  };
}

/** Calls left as text, because no footnote has their label. Lines after the first begin where the paragraph does. */
function findCalls({ value, position }: Text, indent: number): { label: string; place: Node }[] {
  return value.split('\n').flatMap((text, row) =>
    [...text.matchAll(/\[\^([^[\]\s]+)\]/g)].map(({ 1: label = '', index }) => {
      if (position === undefined) return { label, place: { type: 'text' } };
      const { line, column } = position.start;
      const point = { line: line + row, column: (row === 0 ? column : indent) + index };
      return { label, place: { type: 'text', position: { start: point, end: point } } };
    }),
  );
}

function reportUncalled(file: VFile, node: FootnoteDefinition): void {
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

function reportMissing(file: VFile, place: Node, label: string): void {
  report(file, place, {
    rule: 'footnote/missing',
    severity: 'warning',
    what: `Missing footnote \`${label}\``,
    why: 'The reference is shown as typed and leads nowhere.',
    fix: `Add a line \`[^${label}]: …\` at the end of the text.`,
  });
}
