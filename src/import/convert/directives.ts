import type { Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { calloutKinds, isCalloutKind, isFigure, toCalloutKind } from '../../markdown/index.ts';
import type { Edit } from '../edits.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Renames callouts of other programs to Narani’s kinds and escapes the colons of all other unknown directives except figures. */
export function convertDirectives(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, ['containerDirective', 'leafDirective'], (node) => {
    const isContainer = node.type === 'containerDirective';
    if (isFigure(node) || (isContainer && isCalloutKind(node.name))) return;
    const span = spanOf(node);
    const kind = isContainer ? toCalloutKind(node.name) : undefined;
    const colons = /^:+/.exec(markdown.slice(span.start, span.end))?.[0] ?? '';
    conversions.push({
      line: span.line,
      column: span.column,
      edits:
        kind === undefined
          ? escapeColons(markdown, span, isContainer)
          : [
              {
                start: span.start + colons.length,
                end: span.start + colons.length + node.name.length,
                text: kind,
              },
            ],
      rule: 'import/directive',
      what: `Unknown directive \`${colons}${node.name}\`: converted to ${kind === undefined ? 'text, `\\' : '`'}${colons}${kind ?? node.name}\``,
      why: `Narani has the callouts ${calloutKinds.join(', ')}. Other directives would stop a build.`,
      fix: 'Nothing to do. If the directive had a meaning, express it in Markdown.',
    });
  });
  return conversions;
}

function escapeColons(
  markdown: string,
  { start, end }: { start: number; end: number },
  isContainer: boolean,
): Edit[] {
  const opening = { start, end: start, text: '\\' };
  const lines = markdown.slice(start, end).split('\n');
  const last = lines.at(-1) ?? '';
  const isClosed = isContainer && lines.length > 1 && /^[ \t>]*:{3,}[ \t]*$/.test(last);
  if (!isClosed) return [opening];
  const closing = end - last.length + last.indexOf(':');
  return [opening, { start: closing, end: closing, text: '\\' }];
}
