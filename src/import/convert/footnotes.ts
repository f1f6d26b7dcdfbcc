import type { Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Gives footnotes with the label of an earlier one a label of their own: only the first is ever shown. */
export function convertFootnotes(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  const labels = new Set<string>();
  visit(tree, 'footnoteDefinition', (node) => {
    const { start, line, column } = spanOf(node);
    const isFirst = !labels.has(node.identifier);
    labels.add(node.identifier);
    const label = /^\[\^((?:\\.|[^\]\\])+)\]:/.exec(markdown.slice(start))?.[1];
    if (isFirst || label === undefined) return;
    const own = findFree(label, labels);
    labels.add(own);
    conversions.push({
      line,
      column,
      edits: [{ start: start + 2, end: start + 2 + label.length, text: own }],
      rule: 'import/footnote',
      what: `Duplicate footnote \`${label}\`: renamed to \`${own}\``,
      why: 'Of several footnotes with the same label, only the first is shown.',
      fix: `Add a reference \`[^${own}]\` where it belongs, or remove the footnote.`,
    });
  });
  return conversions;
}

function findFree(label: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const own = `${label}-${number}`;
    if (!taken.has(own.toLowerCase())) return own;
  }
}
