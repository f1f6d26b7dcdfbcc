import type { Html, Parent, Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { placeAfter } from '../../diagnostics/index.ts';
import { isHtmlElement, lacksEnd } from '../../markdown/index.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Escapes tags that are not HTML elements, such as `<slug>` or `<MyComponent>`: other programs that read Markdown would hide them. */
export function convertHtml(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, 'html', (node, _, parent) => {
    const ended = isBlock(parent) ? findEnd(node, markdown) : undefined;
    conversions.push(...(ended === undefined ? findTags(node, markdown, isBlock(parent)) : [ended]));
  });
  return conversions;
}

/** Ends HTML that is never closed and so would contain the rest of the text: a comment stays one, a tag becomes text. */
function findEnd(node: Html, markdown: string): Conversion | undefined {
  const { start, end, line, column } = spanOf(node);
  const isComment = node.value.lastIndexOf('<!--') > node.value.lastIndexOf('-->');
  if (!isComment && !lacksEnd(node.value)) return undefined;
  const tag = markdown.indexOf('<', start);
  const data = '<![CDATA[';
  // As text, its brackets could be those of a link.
  const [marked, text] = markdown.startsWith(data, tag) ? [data, '&lt;!\\[CDATA\\['] : ['<', '&lt;'];
  return {
    line,
    column,
    edits: [isComment ? { start: end, end, text: ' -->' } : { start: tag, end: tag + marked.length, text }],
    rule: 'import/html-without-end',
    what: `HTML that is never closed: ${isComment ? 'the comment now ends here' : 'converted to text'}`,
    why: 'It would contain the rest of the text.',
    fix: 'Nothing to do, unless the rest should be a part of it, or the comment should end earlier.',
  };
}

/** Elements that can't occur between paragraphs or words. */
const documentElements = new Set(['html', 'head', 'body', 'title', 'frame', 'frameset']);

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
    if (isHtmlElement(name) && !documentElements.has(name)) return [];
    const at = start + index;
    return [
      {
        ...placeAfter({ line, column }, html.slice(0, index)),
        edits: [{ start: at, end: at + 1, text: isBetweenBlocks ? '&lt;' : '\\<' }],
        rule: 'import/tag-as-text',
        what: `\`${tag}>\` is not an HTML element allowed here: converted to text`,
        why: 'Other programs that read Markdown would hide it.',
        fix: 'Nothing to do. Put it in backticks to show it as code.',
      },
    ];
  });
}
