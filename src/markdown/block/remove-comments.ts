import { visit } from '../../tree/index.ts';
import { parseMarkdown } from '../parse.ts';
import { mayHaveComments, parseComment, splitComments } from './comments.ts';

/**
 * Removes the comments that are addressed to Narani from a Markdown text, such as `<!-- revisit: … -->`, with the lines that they are
 * alone on. Comments shown in code stay, as do those of the author.
 */
export function removeComments(markdown: string): string {
  if (!mayHaveComments(markdown)) return markdown;
  const cuts: { start: number; end: number }[] = [];
  visit(parseMarkdown(markdown), 'html', ({ position }) => {
    let at = position?.start.offset ?? 0;
    const written = markdown.slice(at, position?.end.offset);
    for (const comment of splitComments(written)) {
      at = markdown.indexOf(comment, at);
      const cut = { start: at, end: at + comment.length };
      at = cut.end;
      if (parseComment(comment) !== undefined) cuts.push(widenToLines(cut, markdown));
    }
  });
  const pieces = cuts.map(({ start }, index) => markdown.slice(cuts[index - 1]?.end ?? 0, start));
  return pieces.join('') + markdown.slice(cuts.at(-1)?.end ?? 0);
}

/** Extends the place of a comment to whole lines and the blank lines after them, if nothing else is on its lines. */
function widenToLines({ start, end }: { start: number; end: number }, markdown: string) {
  const lineStart = markdown.lastIndexOf('\n', start - 1) + 1;
  const [after = ''] = /^[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/.exec(markdown.slice(end)) ?? [];
  const isAlone = after !== '' || end === markdown.length;
  if (!isAlone || markdown.slice(lineStart, start).trim() !== '') return { start, end };
  return { start: lineStart, end: end + after.length };
}
