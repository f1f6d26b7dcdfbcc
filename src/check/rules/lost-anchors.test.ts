import { expect, test } from 'vitest';
import { formatReport } from '../../diagnostics/index.ts';
import { anchorsToKeep } from '../../library/index.ts';
import { serializeSync } from '../../model/index.ts';
import { buildLibrary, sourceText, type Files } from '../../testing/content-builder.ts';
import { checkLostAnchors } from './lost-anchors.ts';

/** A text as it is now, recorded when it read otherwise. */
async function changed(before: string, now: string): Promise<Files> {
  const [text] = (await buildLibrary({ 'articles/a/en.md': sourceText(before) })).texts;
  if (text === undefined) throw new Error('No text');
  return {
    'articles/a/en.md': sourceText(now),
    'articles/a/en.sync.yaml': serializeSync({ version: 1, segments: [], anchors: anchorsToKeep(text) }),
  };
}

async function check(files: Files): Promise<string> {
  return formatReport(checkLostAnchors(await buildLibrary(files)));
}

test('an id that was published and that nothing has any more is told at its line, with what can take its place', async () => {
  const files = await changed('## Cause\n\n## Effect[^1]\n\n| a |\n| - |\n\n[^1]: Note', '## Cause\n\nText');
  expect(await check(files)).toMatchInlineSnapshot(`
    "content/articles/a/en.sync.yaml:6:5: warning: Missing \`#effect\`, which was published: nothing in en.md has it any more  anchor/lost
      why  Links to it from elsewhere lead to the head of the page.
      fix  Write \`{#effect}\` at the end of the heading that took its place; if nothing did, take its line out of en.sync.yaml.

    content/articles/a/en.sync.yaml:7:5: warning: Missing \`#table-1\`, which was published: nothing in en.md has it any more  anchor/lost
      why  Links to it from elsewhere lead to the head of the page.
      fix  Write \`{#table-1}\` at the end of the heading that took its place; if nothing did, take its line out of en.sync.yaml.

    content/articles/a/en.sync.yaml:8:5: warning: Missing \`#fn-1\`, which was published: nothing in en.md has it any more  anchor/lost
      why  Links to it from elsewhere lead to the head of the page.
      fix  Call the footnote that took its place \`[^1]\`; if nothing did, take its line out of en.sync.yaml.

    0 errors, 3 warnings"
  `);
});

test.each([
  ['a heading is reworded', '## A\n\n## B\n\n## C', '## A\n\n## Other\n\n## C'],
  ['headings change places', '## A\n\n## B\n\n## C', '## C\n\n## A\n\n## B'],
  ['a heading is added', '## A\n\n## B', '## A\n\n## More\n\n## B'],
  ['a heading takes the id over', '## A\n\n## B\n\n## C', '## A\n\n## Other {#b}\n\n## More\n\n## C'],
  ['a footnote gets another label', 'a[^1]\n\n[^1]: Note', 'a[^note]\n\n[^note]: Note'],
  ['a table is put before another', '| a |\n| - |', '| b |\n| - |\n\n| a |\n| - |'],
])('nothing is lost when %s', async (_, before, now) => {
  expect(await check(await changed(before, now))).toBe(await check({}));
});

test('a record of another text does not drown all else', async () => {
  const many = Array.from({ length: 300 }, (_, index) => `## Heading ${index}`).join('\n\n');
  const library = await buildLibrary(await changed(many, 'Text'));
  const found = checkLostAnchors(library);
  expect(found).toHaveLength(6);
  expect(found.at(-1)?.what).toBe('Missing 295 more anchors that were published, from here on');
});
