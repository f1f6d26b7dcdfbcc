import { describe, expect, test } from 'vitest';
import { buildContent, sourceText, today, type Files } from '../testing/build-content.ts';
import { headlines } from '../testing/builders.ts';
import { checkAddition } from './check-addition.ts';

/** Returns place and rule of each diagnostic that adding files to existing ones introduces. */
async function add(existing: Files, files: Files): Promise<string[]> {
  const after = await buildContent({ ...existing, ...files });
  const before = { ...(await buildContent(existing)) };
  const isNew = (file: string): boolean => Object.keys(files).some((name) => file.endsWith(name));
  const added = new Set(after.entries.filter(({ file }) => isNew(file)));
  const unchanged = before.entries.filter(({ file }) => !isNew(file));
  return headlines(
    await checkAddition({ before: { ...before, entries: unchanged }, after, added }, today),
  ).map((line) => line.replace(/^content\/articles\//, '').replace(/: .*  /, ' '));
}

describe('Checking an addition', () => {
  const existing = {
    'articles/a/ko.md': sourceText('## 가 {#a}\n\n[없음](../none/ko.md)\n\n```klingon\n```'),
  };

  test('reports every mistake in it and none that existed before', async () => {
    expect(
      await add(existing, { 'articles/b/ko.md': sourceText('[가](../a/ko.md#x)\n\n```klingon\n```') }),
    ).toEqual(['b/ko.md:7:1 link/unknown-anchor', 'b/ko.md:9:1 code/unknown-language']);
  });

  test('reports nothing if it has no mistakes', async () => {
    expect(await add(existing, { 'articles/b/ko.md': sourceText('[가](../a/ko.md#a)') })).toEqual([]);
  });

  test('reports what it breaks in other texts', async () => {
    const linked = { ...existing, 'articles/b/ko.md': sourceText('[가](../a/ko.md#a)') };
    expect(await add(linked, { 'articles/a/ko.md': sourceText('## 나') })).toEqual([
      'b/ko.md:7:1 link/unknown-anchor',
    ]);
  });

  test('draws its diagrams to find those that can’t be laid out', async () => {
    const wide = Array.from(
      { length: 60 },
      (_, index) => `  a${index}[${'가'.repeat(40)}] --> a${index + 1}`,
    ).join('\n');
    expect(
      await add({}, { 'articles/b/ko.md': sourceText(`\`\`\`mermaid\nflowchart LR\n${wide}\n\`\`\``) }),
    ).toEqual(['b/ko.md:7:1 diagram/not-read']);
  });
});
