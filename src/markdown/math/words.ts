/** Commands whose argument is text. */
const textCommand = /\\(?:text\w*|mbox|hbox|tag\*?)\s*\{/g;

/** Replaces the words of a formula, as in `\text{…}`, by spaces. The length stays the same. */
export function blankWords(tex: string): string {
  let result = tex;
  for (const { 0: command, index } of tex.matchAll(textCommand)) {
    const start = index + command.length;
    const end = findClosingBrace(tex, start);
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  }
  return result;
}

/** Returns the offset of the brace that closes the group around an offset, or the end of the text. */
function findClosingBrace(tex: string, from: number): number {
  let depth = 1;
  for (let at = from; at < tex.length; at += 1) {
    if (tex[at] === '\\') at += 1;
    else if (tex[at] === '{') depth += 1;
    else if (tex[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return tex.length;
}
