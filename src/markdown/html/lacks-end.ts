/** The HTML blocks that Markdown ends only at a certain text, or else with their container (https://spec.commonmark.org/0.31.2/#html-blocks). */
const ends: readonly [start: RegExp, end: RegExp][] = [
  [/^\s*<(?:pre|script|style|textarea)(?:\s|>|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^\s*<!--/, /-->/],
  [/^\s*<\?/, /\?>/],
  [/^\s*<!\[CDATA\[/, /\]\]>/],
  [/^\s*<![a-z]/i, />/],
];

/** Returns whether a block of HTML lacks the text that ends it, so that it contains the rest of its container. */
export function lacksEnd(block: string): boolean {
  const kind = ends.find(([start]) => start.test(block));
  return kind !== undefined && !kind[1].test(block);
}
