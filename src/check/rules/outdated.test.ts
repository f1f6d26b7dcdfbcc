import { expect, test } from 'vitest';
import { shortDigest } from '../../model/index.ts';
import { buildLibrary, sourceText, translatedText, type Files } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import { serializeSync } from '../../model/index.ts';
import { checkOutdated } from './outdated.ts';

async function digests(body: string): Promise<string[]> {
  const { texts } = await buildLibrary({ 'articles/a/ko.md': sourceText(body) });
  return texts[0]?.survey.blocks.map(({ digest }) => digest) ?? [];
}

/** Builds a changed source and a translation whose record pairs each block of the old source with one block. */
async function stamped(was: string, en: string, now: string): Promise<Files> {
  const [source, renders] = [await digests(was), await digests(en)];
  const segments = source.map((digest, index) => ({
    source: [digest],
    renders: [renders[index] ?? shortDigest('')],
  }));
  return {
    'articles/a/ko.md': sourceText(now),
    'articles/a/en.md': translatedText(en),
    'articles/a/en.sync.yaml': serializeSync({ version: 1, from: 'ko', segments, anchors: [] }),
  };
}

test('changed and new blocks of the source are reported at their places', async () => {
  const files = await stamped(
    '## 가\n\n나\n\n다',
    '## A\n\nB\n\nC',
    '## 가\n\n새로 쓴 나\n\n```js\n1\n```\n\n## 라',
  );
  const library = await buildLibrary(files);
  expect(headlines(checkOutdated(library)).map((line) => line.replace('content/articles/a/', ''))).toEqual([
    'ko.md:9:1: warning: This paragraph has changed; its translation (en.md:9) is out of date  translation/outdated',
    'ko.md:11:1: warning: This code block has changed; its translation (en.md:11) is out of date  translation/outdated',
    'ko.md:15:1: warning: This heading is new; its translation would go after en.md:11  translation/outdated',
  ]);
});

test('a removed block is reported at the translation that remains', async () => {
  const library = await buildLibrary(await stamped('가\n\n나', 'A\n\nB', '가'));
  expect(headlines(checkOutdated(library))).toEqual([
    'content/articles/a/en.md:9:1: warning: The source of this paragraph was removed from ko.md  translation/outdated',
  ]);
});

test('unchanged and unrecorded translations are not reported', async () => {
  expect(checkOutdated(await buildLibrary(await stamped('가', 'A', '가')))).toEqual([]);
  const files = { 'articles/a/ko.md': sourceText('가'), 'articles/a/en.md': translatedText('A') };
  expect(checkOutdated(await buildLibrary(files))).toEqual([]);
});
