import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Edit } from '../edits.ts';
import { spanOf, type Mend } from './mend.ts';

/** Headings of level 1, which a page has in its title; and ids that two headings have. */
export function mendHeadings(tree: Root, markdown: string, title: string): Mend[] {
  const mends: Mend[] = [];
  const ids = new Set<string>();
  visit(tree, 'heading', (node) => {
    if (node === tree.children[0] && node.depth === 1 && sayTheSame(node, title)) {
      mends.push(dropTitle(node, markdown));
      return;
    }
    if (node.depth === 1) mends.push(lower(node, markdown));
    const id = node.data?.explicitId;
    if (id === undefined) return;
    if (ids.has(id)) mends.push(takeIdOff(node, id, markdown));
    ids.add(id);
  });
  return mends;
}

function sayTheSame(node: Heading, title: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(toString(node)) === plain(title);
}

function dropTitle(node: Heading, markdown: string): Mend {
  const { start, end, line, column } = spanOf(node);
  return {
    line,
    column,
    // Lines stay lines, so that places in what follows keep their numbers.
    edits: [{ start, end, text: markdown.slice(start, end).replace(/[^\n]/g, '') }],
    rule: 'import/title-in-text',
    what: 'Unexpected title at the head of the text: taken out',
    why: 'The page shows the `title` of the front matter there.',
    fix: 'Nothing need be done.',
  };
}

function lower(node: Heading, markdown: string): Mend {
  const { line, column } = spanOf(node);
  return {
    line,
    column,
    edits: [lowerEdit(node, markdown)],
    rule: 'import/heading-one',
    what: 'Unexpected heading of level 1: written as level 2',
    why: 'A page has one title, the `title` of its front matter.',
    fix: 'Nothing need be done, unless the headings under it should be a level deeper too.',
  };
}

/** `# …` gets another `#`; a line of `=` under the heading becomes one of `-`. */
function lowerEdit(node: Heading, markdown: string): Edit {
  const { start, end } = spanOf(node);
  if (markdown[start] === '#') return { start, end: start, text: '#' };
  const line = /=+[ \t]*$/.exec(markdown.slice(start, end))?.[0] ?? '';
  return { start: end - line.length, end, text: line.replace(/=/g, '-') };
}

function takeIdOff(node: Heading, id: string, markdown: string): Mend {
  const { line, column } = spanOf(node);
  return {
    line,
    column,
    edits: editId(node, id, undefined, markdown),
    rule: 'import/repeated-id',
    what: `Unexpected id \`${id}\`, which a heading before has: taken off`,
    why: 'A link to it leads to the first of them only.',
    fix: 'Give the heading another `{#id}` if something should lead to it.',
  };
}

/** The edit that writes another `{#id}` at the end of a heading, or none. */
export function editId(node: Heading, id: string, other: string | undefined, markdown: string): Edit[] {
  const { start, end } = spanOf(node);
  const written = `{#${id}}`;
  const at = markdown.slice(start, end).lastIndexOf(written);
  if (at === -1) return [];
  const text = other === undefined ? '' : `{#${other}}`;
  return [{ start: start + at, end: start + at + written.length, text }];
}
