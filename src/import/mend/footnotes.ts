import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { spanOf, type Mend } from './mend.ts';

/** Footnotes written under a label that another has: only the first was ever shown, so the others get labels of their own. */
export function mendFootnotes(tree: Root, markdown: string): Mend[] {
  const mends: Mend[] = [];
  const labels = new Set<string>();
  visit(tree, 'footnoteDefinition', (node) => {
    const { start, line, column } = spanOf(node);
    const isFirst = !labels.has(node.identifier);
    labels.add(node.identifier);
    const label = /^\[\^((?:\\.|[^\]\\])+)\]:/.exec(markdown.slice(start))?.[1];
    if (isFirst || label === undefined) return;
    const own = findFree(label, labels);
    labels.add(own);
    mends.push({
      line,
      column,
      edits: [{ start: start + 2, end: start + 2 + label.length, text: own }],
      rule: 'import/footnote',
      what: `Duplicate footnote \`${label}\`: written as \`${own}\``,
      why: 'Of two footnotes with one label only the first is shown.',
      fix: `Call it, with \`[^${own}]\`, where it belongs, or take it out.`,
    });
  });
  return mends;
}

function findFree(label: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const own = `${label}-${number}`;
    if (!taken.has(own.toLowerCase())) return own;
  }
}
