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

test('a rule with up to 20 diagnostics is listed in full', () => {
  const report = formatReport(Array.from({ length: 20 }, (_, index) => diagnostic({ line: index + 1 })));
  expect(report.split('\n\n')).toHaveLength(21);
  expect(report).toMatch(/\n\n20 errors, 0 warnings$/);
});

test('a message in thousands of files is listed once, with its first places and the number of the rest', () => {
  const strays = Array.from({ length: 10_000 }, (_, index) =>
    diagnostic({ file: `articles/${String(index).padStart(4, '0')}.md`, severity: 'warning' }),
  );
  expect(formatReport([...strays, diagnostic({ file: 'articles/5000.md', rule: 'test/other' })]))
    .toMatchInlineSnapshot(`
    "articles/0000.md:1:1: warning: The link is broken  test/rule
      also at articles/0001.md:1:1, articles/0002.md:1:1, articles/0003.md:1:1, articles/0004.md:1:1 and 9,995 more in 9,995 files
      why  Readers would get an error page.
      fix  Correct the path.

    articles/5000.md:1:1: error: The link is broken  test/other
      why  Readers would get an error page.
      fix  Correct the path.

    1 error, 10000 warnings. Repeated ones are counted; \`npm run check -- --all\` lists each."
  `);
  expect(formatReport(strays, true).split('\n\n')).toHaveLength(10_001);
});

test('a rule with many different messages is listed with the first fifty, and the rest is counted', () => {
  const links = Array.from({ length: 1000 }, (_, index) =>
    diagnostic({
      file: `articles/${String(index >> 1).padStart(3, '0')}.md`,
      line: (index % 2) + 1,
      what: `The link \`/${index}/\` is broken`,
    }),
  );
  const blocks = formatReport(links).split('\n\n');
  expect(blocks).toHaveLength(52);
  expect(blocks.slice(49)).toMatchInlineSnapshot(`
    [
      "articles/024.md:2:1: error: The link \`/49/\` is broken  test/rule
      why  Readers would get an error page.
      fix  Correct the path.",
      "articles/025.md:1:1: error: The link \`/50/\` is broken  test/rule
      also similar ones at articles/025.md:2:1, articles/026.md:1:1, articles/026.md:2:1, articles/027.md:1:1 and 945 more in 473 files
      why  Readers would get an error page.
      fix  Correct the path.",
      "1000 errors, 0 warnings. Repeated ones are counted; \`npm run check -- --all\` lists each.",
    ]
  `);
});

test('characters that would change what a terminal shows are escaped, and long texts are cut off', () => {
  const [head = ''] = formatDiagnostic(
    diagnostic({ file: 'a\n\u001B[2J.md', what: `\u001B]0;t\u0007 \u202Egnp.exe ${'x'.repeat(5000)}` }),
  ).split('\n');
  expect(head).toMatch(
    /^a\\u\{a\}\\u\{1b\}\[2J\.md:1:1: error: \\u\{1b\}\]0;t\\u\{7\} \\u\{202e\}gnp\.exe x+…  test\/rule$/,
  );
  expect(head.length).toBeLessThan(1100);
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
