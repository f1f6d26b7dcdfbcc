import type { Heading, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { contains, visit } from '../../tree/index.ts';
import { parseComment } from '../block/comments.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';

/** Reports headings, links, list items and quotes without words. */
export function findEmpty({ tree, markdown }: LeftoverContext): Leftover[] {
  const found: Leftover[] = [];
  visit(tree, (node) => {
    const message = describeEmpty(node, markdown);
    if (message !== undefined)
      found.push({ offset: node.position?.start.offset ?? 0, severity: 'warning', ...message });
  });
  return found;
}

function describeEmpty(node: Nodes, markdown: string): Omit<Leftover, 'offset' | 'severity'> | undefined {
  switch (node.type) {
    case 'heading':
      return isBlank(node) && !isToTranslate(node) ? emptyHeading : undefined;
    case 'link':
      return isBlank(node) && !hasImage(node) ? emptyLink(node.url) : undefined;
    case 'listItem':
      return node.children.length === 0 ? emptyItem : undefined;
    case 'blockquote':
      return node.children.length === 0
        ? emptyQuote(markdown.slice(node.position?.start.offset, node.position?.end.offset))
        : undefined;
    default:
      return undefined;
  }
}

/** Returns whether a node shows no words: comments and other raw HTML have none. */
function isBlank(node: Nodes): boolean {
  return toString(node, { includeHtml: false }).trim() === '';
}

/** Returns whether a heading waits for its words in a translation that has been started, which another rule reports. */
function isToTranslate({ children }: Heading): boolean {
  return children.some((child) => child.type === 'html' && parseComment(child.value)?.key === 'translate');
}

/** Returns whether a node contains an image. One without a description is reported by the check of images. */
function hasImage(node: Nodes): boolean {
  return contains(node, ({ type }) => type === 'image');
}

const emptyHeading = {
  rule: 'heading/empty',
  what: 'This heading has no words',
  why: 'The table of contents would have a line without text, and screen readers announce a heading without a name.',
  fix: 'Write its words after the `#`, or remove it.',
};

function emptyLink(url: string) {
  return {
    rule: 'link/without-text',
    what: `The link to \`${url}\` has no words`,
    why: 'Readers see nothing that they could follow, and screen readers read out the address.',
    fix: `Write words between the brackets: \`[…](${url})\`.`,
  };
}

const emptyItem = {
  rule: 'list/empty-item',
  what: 'This list item is empty',
  why: 'Readers see a bullet or number with nothing after it.',
  fix: 'Write the item, or remove its line.',
};

function emptyQuote(written: string) {
  return {
    rule: 'quote/empty',
    what: `This quotation (\`${written.trim()}\`) is empty`,
    why: 'Readers see a line at the margin with nothing beside it.',
    fix: 'Write the quotation, or remove its line. If the character is text, write `\\>`.',
  };
}
