import { describe, expect, test } from 'vitest';
import { buildContent, sourceText, today, type Files } from '../testing/content-builder.ts';
import { headlines } from '../testing/headlines.ts';
import { checkAddition } from './check-addition.ts';

/** What is told of files that come to others. */
async function add(there: Files, files: Files): Promise<string[]> {
  const after = await buildContent({ ...there, ...files });
  const before = { ...(await buildContent(there)) };
  const isNew = (file: string): boolean => Object.keys(files).some((name) => file.endsWith(name));
  const added = new Set(after.entries.filter(({ file }) => isNew(file)));
  const stay = before.entries.filter(({ file }) => !isNew(file));
  return headlines(await checkAddition({ before: { ...before, entries: stay }, after, added }, today)).map(
    (line) => line.replace(/^content\/articles\//, '').replace(/: .*  /, ' '),
  );
}

describe('Of an addition', () => {
  const there = { 'articles/a/ko.md': sourceText('## 가 {#a}\n\n[없음](../none/ko.md)\n\n```klingon\n```') };

  test('all is told that is wrong with it, and nothing that was wrong before', async () => {
    expect(
      await add(there, { 'articles/b/ko.md': sourceText('[가](../a/ko.md#x)\n\n```klingon\n```') }),
    ).toEqual(['b/ko.md:7:1 link/unknown-anchor', 'b/ko.md:9:1 code/unknown-language']);
  });

  test('nothing is told where nothing is wrong', async () => {
    expect(await add(there, { 'articles/b/ko.md': sourceText('[가](../a/ko.md#a)') })).toEqual([]);
  });

  test('what it breaks elsewhere is told', async () => {
    const linked = { ...there, 'articles/b/ko.md': sourceText('[가](../a/ko.md#a)') };
    expect(await add(linked, { 'articles/a/ko.md': sourceText('## 나') })).toEqual([
      'b/ko.md:7:1 link/unknown-anchor',
    ]);
  });

  test('a diagram is drawn, since only that shows whether it can be', async () => {
    const wide = Array.from(
      { length: 60 },
      (_, index) => `  a${index}[${'가'.repeat(40)}] --> a${index + 1}`,
    ).join('\n');
    expect(
      await add({}, { 'articles/b/ko.md': sourceText(`\`\`\`mermaid\nflowchart LR\n${wide}\n\`\`\``) }),
    ).toEqual(['b/ko.md:7:1 diagram/not-read']);
  });
});
