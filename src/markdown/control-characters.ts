import type { Root } from 'mdast';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { quote } from './quote.ts';
import { report } from './report.ts';

/** Control characters and noncharacters, except white space. */
const controls = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/** Reports lines with control characters, which come with pasted text and terminal output. */
export function remarkControlCharacters() {
  return (tree: Root, file: VFile): void => {
    const source = tree.data?.source ?? '';
    if (source.search(controls) === -1) return;
    for (const [index, text] of source.split('\n').entries()) checkLine(file, text, index + 1);
  };
}

function checkLine(file: VFile, text: string, line: number): void {
  const found = [...text.matchAll(controls)];
  const [first] = found;
  if (first === undefined) return;
  const names = new Set(found.map(([character]) => `U+${hex(character.codePointAt(0) ?? 0)}`));
  const before = text.slice(0, first.index);
  const point = { line, column: first.index + 1 };
  const place: Node = { type: 'text', position: { start: point, end: point } };
  report(file, place, {
    rule: 'text/control-character',
    severity: 'warning',
    what: `Invisible control characters: ${[...names].join(', ')}${before.trim() === '' ? '' : `, after “${quote(before.slice(-30))}”`}`,
    why: 'Browsers show nothing or a box for them, and the feed leaves them out.',
    fix: 'Delete them, with invisible characters shown in your editor, or type the line again.',
  });
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, '0');
}
