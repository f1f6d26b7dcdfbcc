import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../report.ts';

/** Report `#` headings in a text and read them as `##`: the title of a page comes from its front matter. */
export function remarkNoTitle() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'heading', (node) => {
      if (node.depth !== 1) return;
      node.depth = 2;
      report(file, node, {
        rule: 'heading/title-in-text',
        severity: 'warning',
        what: 'Heading of level 1 in a text: headings start at level 2',
        why: 'The `title` in the front matter is the page’s only level-1 heading; a second one confuses readers and screen readers.',
        fix: 'Write `##`, or remove the heading if it repeats the title.',
      });
    });
  };
}
