import { expect, test } from 'vitest';
import { formatReport } from '../../diagnostics/index.ts';
import { publishedAnchors } from '../../library/index.ts';
import { serializeSync } from '../../model/index.ts';
import { buildLibrary, sourceText, type Files } from '../../testing/build-content.ts';
import { checkLostAnchors } from './lost-anchors.ts';

/** Builds a text with a sync record of an earlier version. */
async function changed(before: string, now: string): Promise<Files> {
  const [text] = (await buildLibrary({ 'articles/a/en.md': sourceText(before) })).texts;
  if (text === undefined) throw new Error('No text');
  return {
    'articles/a/en.md': sourceText(now),
    'articles/a/en.sync.yaml': serializeSync({ version: 1, segments: [], anchors: publishedAnchors(text) }),
  };
}

async function check(files: Files): Promise<string> {
  return formatReport(checkLostAnchors(await buildLibrary(files)));
}

test('a published id that no longer exists is reported at its line, with a way to restore it', async () => {
  const files = await changed('## Cause\n\n## Effect[^1]\n\n| a |\n| - |\n\n[^1]: Note', '## Cause\n\nText');
  expect(await check(files)).toMatchInlineSnapshot(`
    "content/articles/a/en.sync.yaml:6:5: warning: The anchor \`#effect\` was published, but no longer exists in en.md  anchor/lost
      why  Existing links to it now lead to the top of the page.
      fix  Write \`<!-- anchor: effect -->\` on a line of its own before the block where its content is now, or \`{#effect}\` at the end of the heading that replaces it. If its content is gone, remove this line from en.sync.yaml.

    content/articles/a/en.sync.yaml:7:5: warning: The anchor \`#table-1\` was published, but no longer exists in en.md  anchor/lost
      why  Existing links to it now lead to the top of the page.
      fix  Write \`<!-- anchor: table-1 -->\` on a line of its own before the block where its content is now. If its content is gone, remove this line from en.sync.yaml.

    content/articles/a/en.sync.yaml:8:5: warning: The anchor \`#fn-1\` was published, but no longer exists in en.md  anchor/lost
      why  Existing links to it now lead to the top of the page.
      fix  Write \`<!-- anchor: fn-1 -->\` on a line of its own before the block where its content is now, or give the footnote that replaces it the label \`[^1]\`. If its content is gone, remove this line from en.sync.yaml.

    0 errors, 3 warnings"
  `);
});

test.each([
  [
    'comments keep the ids',
    '## A\n\n## B\n\n| a |\n| - |\n\nC[^1]\n\n[^1]: D',
    '## A\n\n<!-- anchor: b table-1 fn-1 -->\nC',
  ],
  ['a heading is reworded', '## A\n\n## B\n\n## C', '## A\n\n## Other\n\n## C'],
  ['headings change places', '## A\n\n## B\n\n## C', '## C\n\n## A\n\n## B'],
  ['a heading is added', '## A\n\n## B', '## A\n\n## More\n\n## B'],
  ['another heading takes over the id', '## A\n\n## B\n\n## C', '## A\n\n## Other {#b}\n\n## More\n\n## C'],
  ['a footnote gets another label', 'a[^1]\n\n[^1]: Note', 'a[^note]\n\n[^note]: Note'],
  ['a table is put before another', '| a |\n| - |', '| b |\n| - |\n\n| a |\n| - |'],
])('nothing is lost when %s', async (_, before, now) => {
  expect(await check(await changed(before, now))).toBe(await check({}));
});

test('a record of a different text is reported in few lines', async () => {
  const many = Array.from({ length: 300 }, (_, index) => `## Heading ${index}`).join('\n\n');
  const library = await buildLibrary(await changed(many, 'Text'));
  const found = checkLostAnchors(library);
  expect(found).toHaveLength(6);
  expect(found.at(-1)?.what).toBe('295 more published anchors no longer exist, from here on');
});
