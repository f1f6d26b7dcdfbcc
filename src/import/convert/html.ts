import type { Html, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { spanOf, type Conversion } from './conversion.ts';

/** HTML elements that can occur between paragraphs or words, whether or not Narani’s pages allow them. */
const elements = new Set(
  `a abbr address area article aside audio b base bdi bdo big blockquote br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2
  h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li link main map mark math menu meta meter nav
  nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section
  select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead
  time title tr track tt u ul var video wbr`.split(/\s+/),
);

/** Escapes tags that are not HTML elements, such as `<slug>` or `<MyComponent>`: pages would silently drop them. */
export function convertHtml(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, 'html', (node, _, parent) => {
    conversions.push(...findTags(node, markdown, isBlock(parent)));
  });
  return conversions;
}

/** Returns whether HTML is at block level, where a backslash does not escape it. */
function isBlock(parent: Parent | undefined): boolean {
  return (
    parent === undefined ||
    !['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'].includes(parent.type)
  );
}

function findTags(node: Html, markdown: string, isBetweenBlocks: boolean): Conversion[] {
  const { start, end, line, column } = spanOf(node);
  const html = markdown.slice(start, end);
  // Scripts, styles and comments contain no tags.
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
        what: `\`${tag}>\` is not an HTML element allowed here: converted to text`,
        why: 'Pages would silently drop it.',
        fix: 'Nothing to do. Put it in backticks to show it as code.',
      },
    ];
  });
}

/** Names in mixed case, such as `Image`, are components. */
function isElement(name: string): boolean {
  const lower = name.toLowerCase();
  return elements.has(lower) && [lower, name.toUpperCase()].includes(name);
}
