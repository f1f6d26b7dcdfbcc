import type { Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { calloutKinds, findAlertMarker, toCalloutKind } from '../../markdown/index.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Renames callouts of Obsidian (`> [!info]+`) to Narani’s kinds. A quote (`> [!quote]`) becomes a quotation. */
export function convertAlerts(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, 'blockquote', (node) => {
    const found = findAlertMarker(node, markdown);
    if (found === undefined) return;
    const { line, column, start } = spanOf(found.text);
    const marker = found.marker.trimEnd();
    const text = replacementOf(found.name);
    if (text === undefined) return;
    conversions.push({
      line,
      column,
      edits: [{ start, end: start + marker.length, text }],
      rule: 'import/alert',
      what: `Unknown callout \`${marker}\`: converted to ${text === '' ? 'a quotation' : `\`${text}\``}`,
      why: `Narani has the callouts ${calloutKinds.join(', ')}. The page would show any other name as typed.`,
      fix: 'Nothing to do.',
    });
  });
  return conversions;
}

function replacementOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (lower === 'quote' || lower === 'cite') return '';
  const kind = toCalloutKind(lower);
  return kind === undefined ? undefined : `[!${kind.toUpperCase()}]`;
}
