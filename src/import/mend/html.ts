import type { Html, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { spanOf, type Mend } from './mend.ts';

/** Elements of HTML that have a meaning between paragraphs or words, whether or not a page of Narani shows them. */
const elements = new Set(
  `a abbr address area article aside audio b base bdi bdo big blockquote br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2
  h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li link main map mark math menu meta meter nav
  nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section
  select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead
  time title tr track tt u ul var video wbr`.split(/\s+/),
);

/**
 * Tags that are no elements of HTML, such as `<head>` in a sentence, `<slug>` or `<MyComponent>`: a page would leave them
 * out without a word, so they are written as the text they are.
 */
export function mendHtml(tree: Root, markdown: string): Mend[] {
  const mends: Mend[] = [];
  visit(tree, 'html', (node, _, parent) => {
    mends.push(...findTags(node, markdown, isBlock(parent)));
  });
  return mends;
}

/** Between blocks HTML is read as it is, and no backslash counts. */
function isBlock(parent: Parent | undefined): boolean {
  return (
    parent === undefined ||
    !['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'].includes(parent.type)
  );
}

function findTags(node: Html, markdown: string, isBetweenBlocks: boolean): Mend[] {
  const { start, end, line, column } = spanOf(node);
  const html = markdown.slice(start, end);
  // In a script, a style or a comment nothing is a tag.
  if (/^<(?:!|\?|script|style|pre|textarea|svg|math)/i.test(html)) return [];
  return [...html.matchAll(/<\/?([A-Za-z][\w.:-]*)/g)].flatMap(({ 0: tag, 1: name = '', index }) => {
    if (isElement(name)) return [];
    const at = start + index;
    const before = html.slice(0, index).split('\n');
    return [
      {
        line: line + before.length - 1,
        column: before.length === 1 ? column + index : (before.at(-1)?.length ?? 0) + 1,
        edits: [{ start: at, end: at + 1, text: isBetweenBlocks ? '&lt;' : '\\<' }],
        rule: 'import/tag-as-text',
        what: `Unexpected \`${tag}>\`, which is no element of HTML there: written as text`,
        why: 'A page would leave it out without a word.',
        fix: 'Nothing need be done; put it in backticks to show it as code.',
      },
    ];
  });
}

/** A name in mixed case is that of a component. */
function isElement(name: string): boolean {
  const lower = name.toLowerCase();
  return elements.has(lower) && [lower, name.toUpperCase()].includes(name);
}
