/** A line of a diagram's source that is neither empty nor a comment. */
export interface Statement {
  /** The trimmed text, with white space collapsed: patterns with `\s*` would backtrack quadratically over long runs. */
  text: string;
  /** Position in the source; lines and columns start at 1. */
  line: number;
  column: number;
}

/** An error in a diagram, with its position in the source. */
export interface Problem {
  line: number;
  column: number;
  rule: 'diagram/unknown-kind' | 'diagram/not-read';
  what: string;
  fix: string;
}

/** Lists the statements of a source: all lines but comments (`%%`) and empty ones, including directives (`%%{`). */
export function listStatements(source: string): Statement[] {
  return source.split('\n').flatMap((raw, index) => {
    // Removes a semicolon at the end of a line, unless it ends a character reference (`#35;`).
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
 * Parses statements in order and returns a problem for each that `read` rejects.
 *
 * @param isOpen whether a brace is still open after the last statement
 */
export function parseStatements(
  statements: readonly Statement[],
  { expected, read, isOpen }: { expected: string; read: (text: string) => boolean; isOpen: () => boolean },
): Problem[] {
  const problems = statements
    .filter(({ text }) => !read(text))
    .map((statement) => toProblem(statement, expected));
  const last = statements.at(-1);
  if (last !== undefined && isOpen()) problems.push(toProblem(last, 'a `}` for every `{`'));
  return problems;
}

/** Creates the problem of an unsupported line; nothing in a source is ignored silently. */
export function toProblem({ text, line, column }: Statement, expected: string): Problem {
  return {
    line,
    column,
    rule: 'diagram/not-read',
    what: `Unexpected \`${text}\` in a diagram, expected ${expected}`,
    fix: 'Use a form that Narani can draw (listed in the writing guide), or remove it.',
  };
}
