/** Replaces `remove` lines from `line` on, counted from 1, with the lines `insert`. */
export interface LineEdit {
  line: number;
  remove: number;
  insert: readonly string[];
}

/** Applies line edits. All other lines keep their bytes; new ones get the text’s own kind of line ending. */
export function editLines(text: string, edits: readonly LineEdit[]): string {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const sorted = [...edits].sort((a, b) => a.line - b.line);
  const pieces: string[] = [];
  let done = 0;
  for (const { line, remove, insert } of sorted) {
    pieces.push(...lines.slice(done, line - 1));
    if (insert.length > 0 && pieces.length > 0 && !/[\r\n]$/.test(pieces.at(-1) ?? '')) pieces.push(end);
    pieces.push(...insert.map((each) => each + end));
    done = Math.max(done, line - 1 + remove);
  }
  return [...pieces, ...lines.slice(done)].join('');
}
