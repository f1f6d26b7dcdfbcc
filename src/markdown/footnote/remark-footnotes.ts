import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../report.ts';

/** Report footnotes that would go missing: called but not written, or written but not called. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const called = new Set<string>();
    visit(tree, 'footnoteReference', ({ identifier }) => void called.add(identifier));
    visit(tree, 'footnoteDefinition', (node) => {
      if (called.has(node.identifier)) return;
      report(file, node, {
        rule: 'footnote/uncalled',
        severity: 'warning',
        what: `Unexpected footnote \`${node.identifier}\` that nothing in the text calls`,
        why: 'It is left out of the page.',
        fix: `Put \`[^${node.identifier}]\` where it belongs, or take the footnote out.`,
      });
    });
    visit(tree, 'text', (node) => {
      const label = /\[\^([^\]\s]+)\]/.exec(node.value)?.[1];
      if (label === undefined) return;
      report(file, node, {
        rule: 'footnote/missing',
        severity: 'error',
        what: `Missing footnote \`${label}\``,
        why: 'The mark stands in the text as it is typed, and leads nowhere.',
        fix: `Add a line \`[^${label}]: …\` at the end of the text.`,
      });
    });
  };
}
