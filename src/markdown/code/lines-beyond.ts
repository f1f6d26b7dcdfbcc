import type { Code } from 'mdast';
import { visit } from '../../tree/index.ts';
import { count } from '../../diagnostics/index.ts';
import type { Leftover, LeftoverContext } from '../leftovers/leftover.ts';
import { listLineSpans } from './fence-meta.ts';

/** Reports lines to highlight (`{9}`, `ins={7-8}`) that a code block doesn’t have. */
export function findLinesBeyond({ tree, markdown }: LeftoverContext): Leftover[] {
  const found: Leftover[] = [];
  visit(tree, 'code', (node) => {
    const lineCount = node.value === '' ? 0 : node.value.split('\n').length;
    for (const { text, offset, word, first, last } of listLineSpans(node.meta ?? '')) {
      if (first >= 1 && first <= last && last <= lineCount) continue;
      found.push({
        offset: offsetOfMeta(node, markdown) + offset,
        rule: 'code/line-beyond',
        severity: 'warning',
        what: describe(text, { first, last }, lineCount),
        why: 'Lines that are not there can’t be highlighted; the numbers may have been meant for other lines.',
        fix: fixFor(text, word, lineCount),
      });
    }
  });
  return found;
}

function describe(text: string, { first, last }: { first: number; last: number }, lineCount: number): string {
  if (text === '') return 'There is no line number in the braces';
  if (first > last) return `The range \`${text}\` ends before it begins`;
  return `Line \`${text}\` is highlighted in a code block of ${count(lineCount, 'line')}`;
}

function fixFor(text: string, word: string, lineCount: number): string {
  const removed = word.includes(',') ? text : word;
  const numbers =
    lineCount === 1 ? '`1`' : `numbers from 1 to ${lineCount}, in a range the smaller one first`;
  return lineCount === 0 ? `Remove \`${word}\`.` : `Write ${numbers}, or remove \`${removed}\`.`;
}

/** Returns the offset of what follows the language, or of the block if the text has it in another spelling. */
function offsetOfMeta({ lang, meta, position }: Code, markdown: string): number {
  const start = position?.start.offset ?? 0;
  const lineEnd = markdown.indexOf('\n', start);
  const line = markdown.slice(start, lineEnd === -1 ? undefined : lineEnd);
  const index = line.indexOf(meta ?? '', line.indexOf(lang ?? '') + (lang ?? '').length);
  return index === -1 ? start : start + index;
}
