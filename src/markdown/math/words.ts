/** Commands whose argument is text. */
const textCommand = /\\(?:text\w*|mbox|hbox|tag\*?)\s*\{/g;

/** Returns the words of a formula, as in `\text{…}`, in order. */
export function listFormulaWords(tex: string): string[] {
  return rangesOfWords(tex)
    .map(({ start, end }) => tex.slice(start, end).trim())
    .filter((words) => /\p{L}/u.test(words));
}

/** Replaces the words of a formula by spaces. The length stays the same. */
export function blankWords(tex: string): string {
  let result = tex;
  for (const { start, end } of rangesOfWords(tex))
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}

function rangesOfWords(tex: string): { start: number; end: number }[] {
  return [...tex.matchAll(textCommand)].map(({ 0: command, index }) => {
    const start = index + command.length;
    return { start, end: findClosingBrace(tex, start) };
  });
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
