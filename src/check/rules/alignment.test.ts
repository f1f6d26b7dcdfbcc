import { describe, expect, test } from 'vitest';
import { flipAlignment, type Segment } from '../../alignment/index.ts';
import type { Library } from '../../library/index.ts';
import { buildLibrary, sourceText, translatedText } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import { folderOf } from '../../model/index.ts';
import { checkAlignment } from './alignment.ts';

/** Builds a library with one translation and the given alignment: block indices of the source and of the translation. */
async function library(ko: string, en: string, pairs: [number[], number[], 'moved'?][]): Promise<Library> {
  const built = await buildLibrary({
    'articles/a/ko.md': sourceText(ko),
    'articles/a/en.md': translatedText(en),
  });
  const segments = pairs.map(([source, target, moved]): Segment => ({
    source,
    target,
    isMoved: moved === 'moved',
  }));
  const texts = built.texts.map((text) =>
    text.file.locale === 'ko'
      ? { ...text, alignedWith: { en: { segments } } }
      : { ...text, alignedWith: { ko: flipAlignment({ segments }) } },
  );
  return { ...built, texts, folders: Map.groupBy(texts, ({ file }) => folderOf(file)) };
}

async function report(...parameters: Parameters<typeof library>): Promise<string[]> {
  return headlines(checkAlignment(await library(...parameters))).map((line) =>
    line.replace('content/articles/a/', ''),
  );
}

describe('A block without a counterpart', () => {
  test('is reported in the source, with the place where its translation belongs', async () => {
    const found = checkAlignment(await library('가\n\n나', 'A', [[[0], [0]], [[1], []]])); // prettier-ignore
    expect(found).toMatchObject([
      {
        file: 'content/articles/a/ko.md',
        line: 9,
        column: 1,
        rule: 'alignment/orphan-segment',
        severity: 'warning',
        what: 'This paragraph has no counterpart in the English text',
        why: 'Readers who switch language here lose their place.',
        fix: 'Add its translation after en.md:7, or write `<!-- only: ko -->` before the block if it is meant for one language.',
      },
    ]);
  });

  test('is reported in the translation', async () => {
    expect(
      await report('가', '```js\n1\n```\n\nA', [
        [[], [0]],
        [[0], [1]],
      ]),
    ).toEqual([
      // prettier-ignore
      'en.md:7:1: warning: This code block has no counterpart in the Korean text  alignment/orphan-segment',
    ]);
  });

  test('is reported together with the blocks that follow it', async () => {
    expect(
      await report('가\n\n나\n\n다\n\n라', 'A', [
        [[0], []],
        [[1], []],
        [[2], [0]],
        [[3], []],
      ]),
    ).toEqual([
      // prettier-ignore
      'ko.md:7:1: warning: 2 blocks have no counterpart in the English text, from here to line 9  alignment/orphan-segment',
      'ko.md:13:1: warning: This paragraph has no counterpart in the English text  alignment/orphan-segment',
    ]);
  });

  test('is not reported if it is meant for one language', async () => {
    expect(await report('<!-- only: ko -->\n가\n\n나', 'A', [[[0], []], [[1], [0]]])).toEqual([]); // prettier-ignore
  });

  test.each([
    ['has no blocks', ''],
    ['is unfinished', '## <!-- translate: 가 -->'],
  ])('is not reported if the translation %s', async (_, en) => {
    const count = en === '' ? [] : [0];
    expect(await report('가\n\n나', en, [[[0], count], [[1], []]])).toEqual([]); // prettier-ignore
  });

  test('is not reported again if the translation is already reported as outdated there', async () => {
    const built = await library('가\n\n나', 'A', [[[0], [0]], [[1], []]]); // prettier-ignore
    const change = { kind: 'added', source: 1, renders: [], after: 0 } as const;
    const texts = built.texts.map((text) =>
      text.file.locale === 'en'
        ? { ...text, translation: { type: 'outdated' as const, changes: [change] } }
        : text,
    );
    const folders = Map.groupBy(texts, ({ file }) => folderOf(file));
    expect(checkAlignment({ ...built, texts, folders })).toEqual([]);
  });
});

describe('A block at another position', () => {
  const moved: Parameters<typeof report>[2] = [[[0], [1], 'moved'], [[1], [0]]]; // prettier-ignore

  test('is reported', async () => {
    expect(await report('가\n\n나', 'A\n\nB', moved)).toEqual([
      'en.md:9:1: warning: This paragraph comes at another position than its source, ko.md:7  alignment/moved-block',
    ]);
  });

  test('is not reported if its author has pinned it', async () => {
    const pinned = (first: string, second: string): string => `${first}\n\n${second}`;
    expect(
      await report(pinned('<!-- pair: x -->\n가', '나'), pinned('A', '<!-- pair: x -->\nB'), moved),
    ).toEqual([]);
  });
});

test('two translations of a source are not compared with each other', async () => {
  const built = await buildLibrary({
    'site.yaml':
      'name: { ko: 가 }\ndescription: { ko: 가 }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en, da]\n',
    'articles/a/ko.md': sourceText('가\n\n나'),
    'articles/a/en.md': translatedText('A\n\nB'),
    'articles/a/da.md': translatedText('A'),
  });
  expect(new Set(checkAlignment(built).map(({ file }) => file))).toEqual(
    new Set(['content/articles/a/ko.md']),
  );
});
