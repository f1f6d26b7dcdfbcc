import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { spanOf, type Mend } from './mend.ts';

/** Pictures stay behind: their words stand for them, and lead to the picture where it is on the web. */
export function mendPictures(tree: Root): Mend[] {
  const spans = inlineSpans(tree);
  const mends: Mend[] = [];
  visit(tree, 'image', (node) => {
    const { start, end, line, column } = spanOf(node);
    const isLinkable =
      /^https?:/.test(node.url) && !spans.some((span) => span.start <= start && end <= span.end);
    mends.push({
      line,
      column,
      edits: [
        { start, end, text: isLinkable ? `[${wordsOf(node)}](<${node.url}>)` : escape(node.alt ?? '') },
      ],
      rule: 'import/picture',
      what: `Unexpected picture \`${node.url}\`: ${isLinkable ? 'written as a link to it' : 'its words stand for it'}`,
      why: 'Only texts are brought in. Pictures stand beside the text, and none is loaded from elsewhere.',
      fix: 'Put the picture into the folder of the text, and write `![…](./name.png)` there.',
    });
  });
  return mends;
}

/** What a picture shows, else the name of its file. */
function wordsOf({ alt, url }: Image): string {
  const words = alt?.trim() ?? '';
  const name = url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return escape([words, name, url].find((each) => each !== '') ?? '');
}

function escape(text: string): string {
  return text.replace(/[\\`*_[\]<|]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Where no link can stand, since one is around it, or none should, since it would change a heading's words. */
function inlineSpans(tree: Root): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  visit(tree, ['link', 'heading'], (node) => void spans.push(spanOf(node)));
  return spans;
}
