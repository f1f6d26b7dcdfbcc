/**
 * A comment that says something to the translator, for a line of its own or for several.
 *
 * What is in it can't end it: the arrow of `-->` is written as Markdown reads it back.
 */
export function writeComment(key: 'translate' | 'revisit', text: string): string {
  const safe = text.replace(/--(!?)>/g, '--$1&gt;');
  const [before, after] = [safe.startsWith('\n') ? '' : ' ', /\n[ \t>]*$/.test(safe) ? '' : ' '];
  return `<!-- ${key}:${before}${safe}${after}-->`;
}
