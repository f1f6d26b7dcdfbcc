/** Lines to put before a line of a text, counted from 1, in place of so many from there on. */
export interface LineEdit {
  line: number;
  remove: number;
  insert: readonly string[];
}

/** A text with lines put in; what stands in it stays as it is to the byte, and new lines end as its own do. */
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
