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
        what: 'Unexpected heading of level 1, expected level 2 or deeper',
        why: 'A page has one title, the `title` of its front matter; a second one confuses readers and screen readers.',
        fix: 'Write `##`, or take the heading out if it repeats the title.',
      });
    });
  };
}
