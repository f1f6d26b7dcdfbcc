import type { Image, Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Replaces pictures with their description, linked to the picture if it is on the web. */
export function convertPictures(tree: Root): Conversion[] {
  const spans = inlineSpans(tree);
  const conversions: Conversion[] = [];
  visit(tree, 'image', (node) => {
    const { start, end, line, column } = spanOf(node);
    const isLinkable =
      /^https?:/.test(node.url) && !spans.some((span) => span.start <= start && end <= span.end);
    conversions.push({
      line,
      column,
      edits: [
        { start, end, text: isLinkable ? `[${describe(node)}](<${node.url}>)` : escape(node.alt ?? '') },
      ],
      rule: 'import/picture',
      what: `Picture \`${node.url}\`: replaced with ${isLinkable ? 'a link to it' : 'its description'}`,
      why: 'Only texts are imported. Pictures must be files beside the text; pages load none from other sites.',
      fix: 'Put the picture into the folder of the imported article and write `![…](./name.png)` at this place of its text.',
    });
  });
  return conversions;
}

/** Returns the description of a picture, else its file name, else its address. */
function describe({ alt, url }: Image): string {
  const words = alt?.trim() ?? '';
  const name = url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return escape([words, name, url].find((each) => each !== '') ?? '');
}

function escape(text: string): string {
  return text.replace(/[\\`*_[\]<|]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Returns the ranges where no link may be created: links, and headings, whose generated id could change. */
function inlineSpans(tree: Root): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  visit(tree, ['link', 'heading'], (node) => void spans.push(spanOf(node)));
  return spans;
}
