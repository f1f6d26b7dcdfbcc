/** Rows of cells as columns of text: the first few are words and stand left, the rest are numbers and stand right. */
export function formatColumns(rows: readonly (readonly string[])[], words: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < words ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Rows of cells as a table of Markdown: the first row is its head, the first column words, the rest numbers. */
export function formatMarkdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ruler = head.map((_, index) => (index === 0 ? ':--' : '--:'));
  return [head, ruler, ...rows].map(line).join('\n');
}
