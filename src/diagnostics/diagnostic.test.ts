import { expect, test } from 'vitest';
import { diagnostic } from '../testing/builders.ts';
import { compareDiagnostics, errorsIn } from './diagnostic.ts';

test('diagnostics are sorted by file, then line, column and rule', () => {
  const ordered = [
    diagnostic({ file: 'a.md', line: 9, column: 9 }),
    diagnostic({ file: 'b.md', line: 2, column: 10 }),
    diagnostic({ file: 'b.md', line: 10, column: 2, rule: 'z/z' }),
    diagnostic({ file: 'b.md', line: 10, column: 10, rule: 'a/a' }),
    diagnostic({ file: 'b.md', line: 10, column: 10, rule: 'a/b' }),
  ];
  expect(ordered.toReversed().sort(compareDiagnostics)).toEqual(ordered);
});

test('two diagnostics of one rule at one position compare as equal', () => {
  expect(compareDiagnostics(diagnostic({ what: 'a' }), diagnostic({ what: 'b' }))).toBe(0);
});

test('errors are returned without warnings, in the order given', () => {
  const [first, second] = [diagnostic({ line: 2 }), diagnostic({ line: 1 })];
  expect(errorsIn([first, diagnostic({ severity: 'warning' }), second])).toEqual([first, second]);
});
