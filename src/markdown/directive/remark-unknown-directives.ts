import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { suggest } from '../../diagnostics/index.ts';
import { report } from '../report.ts';

/**
 * Report directives that nothing before this plugin has taken, such as a misspelt callout: they would show as bare text.
 *
 * @param options.known how those there are begin: `:::note`
 */
export function remarkUnknownDirectives(options: { known: readonly string[] }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, ['containerDirective', 'leafDirective'], (node) => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return;
      if (node.data?.hName !== undefined) return;
      const written = `${node.type === 'containerDirective' ? ':::' : '::'}${node.name}`;
      report(file, node, {
        rule: 'directive/unknown',
        severity: 'error',
        what: `Unknown directive \`${written}\`${suggest(written, options.known)}`,
        why: 'Its content would be shown without a frame or label.',
        fix: `Use one of ${options.known.map((each) => `\`${each}\``).join(', ')}, or write the colons as \`\\:\` if they are text.`,
      });
    });
    visit(tree, 'text', (node) => {
      if (!/^:::/m.test(node.value)) return;
      report(file, node, {
        rule: 'directive/not-read',
        severity: 'warning',
        what: 'This `:::` neither opens nor closes a callout',
        why: 'The page shows the colons instead of a callout.',
        fix: 'Write the kind directly after the colons (`:::note[Title]`), and close the callout with `:::` alone on a line.',
      });
    });
  };
}
