import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { linkSchemes, schemeOf } from '../../model/index.ts';
import { report } from '../report.ts';
import { allowedElements, isAllowedName } from './schema.ts';

/** Reports elements and attributes of raw HTML that the sanitizer removes. */
export function remarkRawHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'html', (node: Html) => {
      const dropped = findDropped(node.value);
      if (dropped.length === 0) return;
      report(file, node, {
        rule: 'html/not-allowed',
        severity: 'warning',
        what: `${dropped.map((part) => `\`${part}\``).join(', ')} in raw HTML: not allowed, left out of the page`,
        why: 'Texts can’t run scripts, load resources from other sites or set their own styles.',
        fix: 'Use Markdown instead (`![…](./file.png)`, `[…](../other/en.md)`), or remove it.',
      });
    });
  };
}

/** Returns the elements (`<script>`) and attributes (`onclick`) of a piece of HTML that the page won't have. */
function findDropped(html: string): string[] {
  const dropped = new Set<string>();
  visit(fromHtml(html, { fragment: true }), 'element', (element: Element) => {
    if (!isAllowed(element)) dropped.add(`<${element.tagName}>`);
    for (const [name, value] of Object.entries(element.properties)) {
      if (isAllowed(element) && !isAllowedAttribute(element.tagName, name, value))
        dropped.add(toAttributeName(name));
    }
  });
  return [...dropped];
}

/** Converts the name of a hast property to that of the HTML attribute. */
function toAttributeName(property: string): string {
  if (property === 'className') return 'class';
  return property.replace(/^(aria|data)(?=[A-Z])/, '$1-').toLowerCase();
}

/** Returns whether raw HTML may contain an element. Images must be written in Markdown, which resolves their files. */
function isAllowed({ tagName }: Element): boolean {
  return allowedElements.includes(tagName) && tagName !== 'img';
}

function isAllowedAttribute(element: string, name: string, value: unknown): boolean {
  if (name === 'className' || name === 'id' || name === 'dataBlock') return false;
  // Links to other files are resolved in Markdown only.
  if (name === 'href') return isAllowedHref(String(value));
  return isAllowedName(element, name);
}

function isAllowedHref(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined ? /^[/#]/.test(url) : linkSchemes.includes(scheme);
}
