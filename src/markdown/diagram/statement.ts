/** A line of a diagram's source that says something. */
export interface Statement {
  /** White space in it is single spaces: patterns that part texts by `\s*` would try every way to part a long run. */
  text: string;
  /** Where it stands in the source, lines and columns from 1. */
  line: number;
  column: number;
}

/** What is wrong with a diagram, and where in its source. */
export interface Problem {
  line: number;
  column: number;
  rule: 'diagram/unknown-kind' | 'diagram/not-read';
  what: string;
  fix: string;
}

/** The lines of a source that say something: comments (`%%`) and empty lines do not, directives (`%%{`) do. */
export function listStatements(source: string): Statement[] {
  return source.split('\n').flatMap((raw, index) => {
    // A semicolon may end a line, and it may end a character reference (`#35;`).
    const text = raw
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/;$(?<![#&]\w+;)/, '')
      .trimEnd();
    if (text === '' || /^%%(?!\{)/.test(text)) return [];
    return [{ text, line: index + 1, column: raw.length - raw.trimStart().length + 1 }];
  });
}

/**
 * Read statements one after the other, and tell of each that `read` does not understand.
 *
 * @param isOpen whether, after the last of them, a brace is still to be closed
 */
export function readStatements(
  statements: readonly Statement[],
  { expected, read, isOpen }: { expected: string; read: (text: string) => boolean; isOpen: () => boolean },
): Problem[] {
  const problems = statements
    .filter(({ text }) => !read(text))
    .map((statement) => notRead(statement, expected));
  const last = statements.at(-1);
  if (last !== undefined && isOpen()) problems.push(notRead(last, 'a `}` for every `{`'));
  return problems;
}

/** That a line can't be drawn: nothing of a source is left out in silence. */
export function notRead({ text, line, column }: Statement, expected: string): Problem {
  return {
    line,
    column,
    rule: 'diagram/not-read',
    what: `Unexpected \`${text}\` in a diagram, expected ${expected}`,
    fix: 'Use a form that Narani can draw (listed in the writing guide), or remove it.',
  };
}
