/** Formats rows as aligned columns of text: the first `textColumns` to the left, the others, which are numbers, to the right. */
export function formatColumns(rows: readonly (readonly string[])[], textColumns: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < textColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Formats rows as a Markdown table. The first row is the header; all columns but the first are aligned to the right. */
export function formatMarkdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ruler = head.map((_, index) => (index === 0 ? ':--' : '--:'));
  return [head, ruler, ...rows].map(line).join('\n');
}
