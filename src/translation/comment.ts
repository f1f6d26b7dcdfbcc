/**
 * A comment that says something to the translator, for a line of its own or for several.
 *
 * What is in it can't end it: the arrow of `-->` is written as Markdown reads it back.
 */
export function writeComment(key: 'translate' | 'revisit', text: string): string {
  return `<!-- ${key}: ${text.replace(/--(!?)>/g, '--$1&gt;')} -->`;
}
