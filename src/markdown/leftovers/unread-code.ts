import { quote } from '../quote.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';
import { marksIn, type Mark } from './mark.ts';
import { isLineStart, type Prose, type ProseBlock } from './prose.ts';

/** Reports backticks that are shown as typed, because the code that they begin or end has only one end. */
export function findUnreadCode({ prose, markdown }: LeftoverContext): Leftover[] {
  return prose.blocks.flatMap((block) => checkBackticks(block, prose, markdown));
}

/** Reports the first backtick of a block that neither opens nor closes code. In tables, a `|` may have cut the code apart, which has a rule of its own. */
function checkBackticks(block: ProseBlock, { text }: Prose, markdown: string): Leftover[] {
  if (block.type === 'tableCell') return [];
  for (const { run, ...mark } of marksIn(/`+/g, block, text)) {
    if (!isCodeMark(mark) || isTypewriterQuote(run, text.slice(mark.offset, block.end))) continue;
    if (run.length >= 3 && isLineStart(text, mark.offset)) return [indentedFence(mark.offset, run, markdown)];
    const words = quote(
      markdown.slice(Math.max(block.start, mark.offset - 12), Math.min(block.end, mark.offset + 24)),
    );
    return [
      {
        offset: mark.offset,
        rule: 'code/not-read',
        severity: 'warning',
        what: `The backtick in “${words}” has no counterpart in its paragraph`,
        why: 'The page shows it as typed, and no code.',
        fix: `Write ${run} at the other end of the code too. If the backtick is text, write \\\`.`,
      },
    ];
  }
  return [];
}

function indentedFence(offset: number, run: string, markdown: string): Leftover {
  const [line = ''] = markdown.slice(offset).split('\n', 1);
  return {
    offset,
    rule: 'code/not-read',
    severity: 'warning',
    what: `${quote(line)} does not open a code block: it is indented too far`,
    why: 'The page shows the code as a paragraph.',
    fix: `Indent ${run} and the code like the paragraph before it.`,
  };
}

/** Returns whether a backtick directly before or after a word is meant to begin or end code, unlike that in `don\`t`. */
function isCodeMark({ before, following }: Mark): boolean {
  const opens = !/[a-z\d]$/i.test(before) && /^[\p{L}\p{N}/.$<_@#{[('"-]/u.test(following);
  const closes = /[\p{L}\p{N}]$/u.test(before) && !/^[a-z\d]/i.test(following);
  return opens || closes;
}

/** Returns whether two backticks are a quotation mark of typewriters, which ends with two apostrophes: ``words''. */
function isTypewriterQuote(run: string, text: string): boolean {
  return run.length === 2 && text.includes("''");
}
