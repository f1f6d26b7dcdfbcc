import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../report.ts';
import { allowedElements } from './schema.ts';

/** Report raw HTML that the page will not show, so that it doesn't vanish unseen. */
export function remarkRawHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'html', (node: Html) => {
      const dropped = findDropped(node.value);
      if (dropped.length === 0) return;
      report(file, node, {
        rule: 'html/not-allowed',
        severity: 'warning',
        what: `Unexpected ${dropped.map((part) => `\`${part}\``).join(', ')} in raw HTML: left out of the page`,
        why: 'A text is data: it never runs scripts, loads from elsewhere or sets its own style.',
        fix: 'Use Markdown for it (pictures: `![…](./file.png)`), or take it out.',
      });
    });
  };
}

/** Elements (`<script>`) and attributes (`onclick`) of a piece of HTML that do not get through. */
function findDropped(html: string): string[] {
  const dropped = new Set<string>();
  visit(fromHtml(html, { fragment: true }), 'element', (element: Element) => {
    if (!allowedElements.includes(element.tagName)) dropped.add(`<${element.tagName}>`);
    else if (element.tagName === 'img') dropped.add('<img>');
    for (const name of Object.keys(element.properties)) {
      if (/^on/i.test(name) || name === 'style') dropped.add(name.toLowerCase());
    }
  });
  return [...dropped];
}
