import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { calloutKinds, isFigure } from '../../markdown/index.ts';
import type { Edit } from '../edits.ts';
import { spanOf, type Mend } from './mend.ts';

/** What other programs call their callouts, and the kind here that says the same. */
const otherNames: Readonly<Record<string, string>> = {
  info: 'note',
  important: 'note',
  abstract: 'note',
  hint: 'tip',
  success: 'tip',
  warning: 'caution',
  danger: 'caution',
  error: 'caution',
};

/** Directives that Narani does not know, figures apart: callouts by another name get its own; colons that were only text stay text. */
export function mendDirectives(tree: Root, markdown: string): Mend[] {
  const mends: Mend[] = [];
  visit(tree, ['containerDirective', 'leafDirective'], (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return;
    const isContainer = node.type === 'containerDirective';
    if (isFigure(node) || (isContainer && (calloutKinds as readonly string[]).includes(node.name))) return;
    const span = spanOf(node);
    const kind = isContainer && Object.hasOwn(otherNames, node.name) ? otherNames[node.name] : undefined;
    const colons = /^:+/.exec(markdown.slice(span.start, span.end))?.[0] ?? '';
    mends.push({
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
      what: `Unexpected directive \`${colons}${node.name}\`: written as ${kind === undefined ? 'text, `\\' : '`'}${colons}${kind ?? node.name}\``,
      why: `Narani has the callouts ${calloutKinds.join(', ')}; other directives stop a build.`,
      fix: 'Nothing need be done; where it had a meaning, say that in Markdown.',
    });
  });
  return mends;
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
