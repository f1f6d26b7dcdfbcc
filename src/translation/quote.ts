import type { Nodes } from 'mdast';
import type { PlacedBlock } from './insertion-point.ts';

/** Returns the Markdown of a block without the line prefixes of its containers (`> `, indentation), but with its list or footnote marker. */
export function quoteBlock(placed: PlacedBlock, body: string): string {
  const { node } = placed;
  const text = node.type === 'code' ? fenced(node) : withoutPrefixes(sliceOf(node, body));
  return markerOf(placed, body) + text;
}

/** Returns the Markdown of a node. */
export function sliceOf({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset, position?.end.offset);
}

/** Removes the prefixes of quotes and lists from all lines but the first. */
export function withoutPrefixes(text: string): string {
  return text.replace(/\n[ \t>]*/g, '\n');
}

function fenced({ lang, meta, value }: Nodes & { type: 'code' }): string {
  const longest = Math.max(2, ...(value.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${[lang, meta].filter((each) => each != null).join(' ')}\n${value}\n${fence}`;
}

/** Returns the `- ` or `[^label]: ` before the first block of a list item or footnote. */
function markerOf({ node, ancestors }: PlacedBlock, body: string): string {
  const parent = ancestors.at(-1);
  if (parent?.children[0] !== node) return '';
  if (parent.type !== 'listItem' && parent.type !== 'footnoteDefinition') return '';
  return body.slice(parent.position?.start.offset, node.position?.start.offset).replace(/\s+/g, ' ');
}

/** Returns an HTML comment for the translator. A `-->` in its text is escaped, so that it can’t end the comment. */
export function formatComment(key: 'translate' | 'revisit' | 'added', text: string): string {
  const safe = text.replace(/--(!?)>/g, '--$1&gt;');
  const [before, after] = [safe.startsWith('\n') ? '' : ' ', /\n[ \t>]*$/.test(safe) ? '' : ' '];
  return `<!-- ${key}:${before}${safe}${after}-->`;
}
