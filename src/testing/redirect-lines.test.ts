import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { parseRedirectLines } from '../check/index.ts';
import { readRedirectRules } from '../host/index.ts';

const address = fc.constantFrom(
  ...[
    '/',
    '/a',
    '/:c',
    '/*',
    '/a/:splat',
    '/%EA%B8%80',
    '/글',
    '/a?b=1',
    '/a#b',
    '/.netlify/a',
    '//e.org',
    '/\\e.org',
  ],
  ...['https://e.org', 'https://e.org/a', 'https:/e.org', 'http://:c/a', 'a', '#', '%', ''],
);
const status = fc.constantFrom(
  '',
  '',
  ' 301',
  ' 302!',
  ' 200',
  ' 404',
  ' 99',
  ' 301 # a',
  ' Country=kr',
  ' a=:a',
);
const line = fc
  .tuple(fc.constantFrom('', ' ', '\t', '# '), address, fc.constantFrom(' ', '  ', '\t', ''), address, status)
  .map((parts) => parts.join(''));

test('What the check accepts in _redirects, the host reads, with the same rules', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'narani-redirects-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 3 }), fc.constantFrom('\n', '\r\n'), async (lines, end) => {
      const text = lines.join(end);
      const { rules, malformed } = parseRedirectLines(text);
      if (malformed.length > 0) return;
      writeFileSync(path.join(folder, '_redirects'), text);
      const read = await readRedirectRules(folder);
      expect(read.map(({ path: from, to }) => ({ from, to }))).toEqual(
        rules.map(({ from, to }) => ({ from, to })),
      );
    }),
    { numRuns: 500 },
  );
});
