import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from '../../tree/index.ts';
import type { Edit } from '../edits.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Lowers headings of level 1, removes a heading that repeats the title, and removes duplicate ids. */
export function convertHeadings(tree: Root, markdown: string, title: string): Conversion[] {
  const conversions: Conversion[] = [];
  const ids = new Set<string>();
  visit(tree, 'heading', (node) => {
    if (node === tree.children[0] && node.depth === 1 && equalsTitle(node, title)) {
      conversions.push(removeTitle(node, markdown));
      return;
    }
    if (node.depth === 1) conversions.push(lower(node, markdown));
    const id = node.data?.explicitId;
    if (id === undefined) return;
    if (ids.has(id)) conversions.push(removeId(node, id, markdown));
    ids.add(id);
  });
  return conversions;
}

function equalsTitle(node: Heading, title: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(toString(node)) === plain(title);
}

function removeTitle(node: Heading, markdown: string): Conversion {
  const { start, end, line, column } = spanOf(node);
  return {
    line,
    column,
    // Line breaks stay, so that the following lines keep their numbers.
    edits: [{ start, end, text: markdown.slice(start, end).replace(/[^\n]/g, '') }],
    rule: 'import/title-in-text',
    what: 'The text starts with its own title: removed',
    why: 'The page already shows the `title` of the front matter there.',
    fix: 'Nothing to do.',
  };
}

function lower(node: Heading, markdown: string): Conversion {
  const { line, column } = spanOf(node);
  return {
    line,
    column,
    edits: [lowerEdit(node, markdown)],
    rule: 'import/heading-one',
    what: 'Heading of level 1: changed to level 2',
    why: 'A page has one level-1 heading, the `title` of its front matter.',
    fix: 'Nothing to do, unless the headings below it should be one level deeper, too.',
  };
}

/** Adds a `#` to `# …`, or replaces the `=` below the heading with `-`. */
function lowerEdit(node: Heading, markdown: string): Edit {
  const { start, end } = spanOf(node);
  if (markdown[start] === '#') return { start, end: start, text: '#' };
  const line = /=+[ \t]*$/.exec(markdown.slice(start, end))?.[0] ?? '';
  return { start: end - line.length, end, text: line.replace(/=/g, '-') };
}

function removeId(node: Heading, id: string, markdown: string): Conversion {
  const { line, column } = spanOf(node);
  return {
    line,
    column,
    edits: editId(node, id, undefined, markdown),
    rule: 'import/repeated-id',
    what: `Duplicate id \`${id}\`: removed from this heading`,
    why: 'A link to it always leads to the first heading that has it.',
    fix: 'Give this heading another `{#id}` if links should lead to it.',
  };
}

/** Returns the edit that replaces the `{#id}` at the end of a heading, or removes it if `other` is undefined. */
export function editId(node: Heading, id: string, other: string | undefined, markdown: string): Edit[] {
  const { start, end } = spanOf(node);
  const written = `{#${id}}`;
  const at = markdown.slice(start, end).lastIndexOf(written);
  if (at === -1) return [];
  const text = other === undefined ? '' : `{#${other}}`;
  return [{ start: start + at, end: start + at + written.length, text }];
}
