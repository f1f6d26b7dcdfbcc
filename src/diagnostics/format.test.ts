import { expect, test } from 'vitest';
import { diagnostic } from '../testing/builders.ts';
import { formatDiagnostic, formatGroupedReport, formatReport } from './format.ts';

test('the first line of a diagnostic begins with a position that editors can open', () => {
  const [first] = formatDiagnostic(diagnostic({ file: 'a/ko.md', line: 3, column: 14 })).split('\n');
  expect(first).toBe('a/ko.md:3:14: error: The link is broken  test/rule');
});

test('a report lists and counts all diagnostics, sorted', () => {
  const report = formatReport([
    diagnostic({ file: 'content/articles/tail-latency/en.md', line: 12, severity: 'warning' }),
    diagnostic({
      file: 'content/articles/tail-latency/en.md',
      line: 5,
      column: 1,
      rule: 'yaml/unknown-key',
      what: 'Unknown key `tpoics`: did you mean `topics`?',
      why: 'Unknown keys are ignored, so this value would have no effect.',
      fix: 'Rename or remove it.',
    }),
    diagnostic({ file: 'content/articles/꼬리-지연/ko.md', severity: 'warning' }),
  ]);
  expect(report).toMatchInlineSnapshot(`
    "content/articles/tail-latency/en.md:5:1: error: Unknown key \`tpoics\`: did you mean \`topics\`?  yaml/unknown-key
      why  Unknown keys are ignored, so this value would have no effect.
      fix  Rename or remove it.

    content/articles/tail-latency/en.md:12:1: warning: The link is broken  test/rule
      why  Readers would get an error page.
      fix  Correct the path.

    content/articles/꼬리-지연/ko.md:1:1: warning: The link is broken  test/rule
      why  Readers would get an error page.
      fix  Correct the path.

    1 error, 2 warnings"
  `);
});

test.each([
  [1, 0, '1 error, 0 warnings'],
  [0, 1, '0 errors, 1 warning'],
  [2, 3, '2 errors, 3 warnings'],
])('%i errors and %i warnings are counted as “%s”', (errors, warnings, count) => {
  const report = formatReport([
    ...Array.from({ length: errors }, () => diagnostic()),
    ...Array.from({ length: warnings }, () => diagnostic({ severity: 'warning' })),
  ]);
  expect(report.split('\n').at(-1)).toBe(count);
});

test('a report without diagnostics is empty', () => {
  expect(formatReport([])).toBe('');
});

test('a grouped report prints the shared reason and fix once, after the last of a group', () => {
  const report = formatGroupedReport([
    diagnostic({ file: 'b.md', severity: 'warning' }),
    diagnostic({ file: 'c.md', rule: 'test/other', why: 'Because.', severity: 'warning' }),
    diagnostic({ file: 'a.md', severity: 'warning' }),
  ]);
  expect(report).toMatchInlineSnapshot(`
    "a.md:1:1: warning: The link is broken  test/rule
    b.md:1:1: warning: The link is broken  test/rule
      why  Readers would get an error page.
      fix  Correct the path.

    c.md:1:1: warning: The link is broken  test/other
      why  Because.
      fix  Correct the path.

    0 errors, 3 warnings"
  `);
});

test('a grouped report without diagnostics is empty', () => {
  expect(formatGroupedReport([])).toBe('');
});
