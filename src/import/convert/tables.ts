import type { Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { findSurplusDividers } from '../../markdown/index.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Escapes each `|` that splits code in a table or begins a cell that the table has no column for: pages would not show such a cell. */
export function convertTables(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, 'table', (table) => {
    const { line, column } = spanOf(table);
    const dividers = findSurplusDividers(table, markdown);
    if (dividers.length === 0) return;
    conversions.push({
      line,
      column,
      edits: dividers.map((start) => ({ start, end: start + 1, text: '\\|' })),
      rule: 'import/table-divider',
      what: `A table has code with a \`|\` or rows with more cells than columns: ${dividers.length} \`|\` converted to text`,
      why: 'Pages would leave out the cells that have no column.',
      fix: 'Nothing to do, unless the table should have more columns.',
    });
  });
  return conversions;
}
