import type { Diagnostic, Place } from './diagnostic.ts';

/** An unresolved merge conflict: the line that Git writes before or after the two versions, and the message about it. */
interface MergeConflict extends Place, Pick<Diagnostic, 'rule' | 'severity' | 'what' | 'why' | 'fix'> {}

/** Returns the merge conflicts that Git has left in a text. `=======` alone underlines a heading in Markdown. */
export function findMergeConflicts(text: string): MergeConflict[] {
  if (!/^(?:<{7}|>{7}) /m.test(text)) return [];
  const markers = text
    .split('\n')
    .flatMap((line, index) => (/^(?:<{7}|>{7}) /.test(line) ? [{ line, index }] : []));
  // The end of a conflict is reported only if its beginning is not there any more.
  const reported = markers.filter(
    ({ line }, position) => !(line.startsWith('>') && markers[position - 1]?.line.startsWith('<') === true),
  );
  return reported.map(({ line, index }) => ({
    line: index + 1,
    column: 1,
    rule: 'file/conflict',
    severity: 'error',
    what: `Unresolved merge conflict: \`${line}\``,
    why: 'Git has left two versions of the lines in the file, with its markers around them.',
    fix: 'Keep one version, and remove the other with the lines that begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`.',
  }));
}
