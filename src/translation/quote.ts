import type { Nodes } from 'mdast';
import type { PlacedBlock } from './spot.ts';

/** A block as it is written, without what the containers around it put before its lines, but with the marker that it follows. */
export function quoteBlock(placed: PlacedBlock, body: string): string {
  const { node } = placed;
  const text = node.type === 'code' ? fenced(node) : withoutPrefixes(sliceOf(node, body));
  return markerOf(placed, body) + text;
}

/** What stands in a text where a node is. */
export function sliceOf({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset, position?.end.offset);
}

/** Lines without what a quote or a list puts before all but the first. */
export function withoutPrefixes(text: string): string {
  return text.replace(/\n[ \t>]*/g, '\n');
}

function fenced({ lang, meta, value }: Nodes & { type: 'code' }): string {
  const longest = Math.max(2, ...(value.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${[lang, meta].filter((each) => each != null).join(' ')}\n${value}\n${fence}`;
}

/** `- ` or `[^label]: ` before what comes first in an item or a footnote. */
function markerOf({ node, ancestors }: PlacedBlock, body: string): string {
  const parent = ancestors.at(-1);
  if (parent?.children[0] !== node) return '';
  if (parent.type !== 'listItem' && parent.type !== 'footnoteDefinition') return '';
  return body.slice(parent.position?.start.offset, node.position?.start.offset).replace(/\s+/g, ' ');
}
