import { describe, expect, test } from 'vitest';
import { flipAlignment, type Segment } from '../../alignment/index.ts';
import type { Library } from '../../library/index.ts';
import { buildLibrary, sourceText, translatedText } from '../../testing/content-builder.ts';
import { headlines } from '../../testing/headlines.ts';
import { checkAlignment } from './alignment.ts';

/** A library whose one translation is aligned in this way: numbers of blocks of the source and of the translation. */
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
  return { ...built, texts };
}

async function told(...words: Parameters<typeof library>): Promise<string[]> {
  return headlines(checkAlignment(await library(...words))).map((line) =>
    line.replace('content/articles/a/', ''),
  );
}

describe('A block without counterpart', () => {
  test('is told of in the source, with the place where its translation belongs', async () => {
    const found = checkAlignment(await library('가\n\n나', 'A', [[[0], [0]], [[1], []]])); // prettier-ignore
    expect(found).toMatchObject([
      {
        file: 'content/articles/a/ko.md',
        line: 9,
        column: 1,
        rule: 'alignment/orphan-segment',
        severity: 'warning',
        what: 'Unexpected paragraph without an English counterpart',
        why: 'A reader who switches language here would lose their place.',
        fix: 'Translate it after en.md:7, or write `<!-- only: ko -->` before it if it is meant for one language.',
      },
    ]);
  });

  test('is told of in the translation', async () => {
    expect(
      await told('가', '```js\n1\n```\n\nA', [
        [[], [0]],
        [[0], [1]],
      ]),
    ).toEqual([
      // prettier-ignore
      'en.md:7:1: warning: Unexpected piece of code without a Korean counterpart  alignment/orphan-segment',
    ]);
  });

  test('is told of once with those that follow it', async () => {
    expect(
      await told('가\n\n나\n\n다\n\n라', 'A', [
        [[0], []],
        [[1], []],
        [[2], [0]],
        [[3], []],
      ]),
    ).toEqual([
      // prettier-ignore
      'ko.md:7:1: warning: Unexpected 2 blocks without an English counterpart, to line 9  alignment/orphan-segment',
      'ko.md:13:1: warning: Unexpected paragraph without an English counterpart  alignment/orphan-segment',
    ]);
  });

  test('is not told of where it is meant for one language', async () => {
    expect(await told('<!-- only: ko -->\n가\n\n나', 'A', [[[0], []], [[1], [0]]])).toEqual([]); // prettier-ignore
  });

  test.each([
    ['has no blocks', ''],
    ['is only begun', '## <!-- translate: 가 -->'],
  ])('is not told of where the translation %s', async (_, en) => {
    const count = en === '' ? [] : [0];
    expect(await told('가\n\n나', en, [[[0], count], [[1], []]])).toEqual([]); // prettier-ignore
  });

  test('is not told of a second time where the translation is outdated by it', async () => {
    const built = await library('가\n\n나', 'A', [[[0], [0]], [[1], []]]); // prettier-ignore
    const change = { kind: 'added', source: 1, renders: [], after: 0 } as const;
    const texts = built.texts.map((text) =>
      text.file.locale === 'en'
        ? { ...text, translation: { type: 'outdated' as const, changes: [change] } }
        : text,
    );
    expect(checkAlignment({ ...built, texts })).toEqual([]);
  });
});

describe('A block at another place', () => {
  const moved: Parameters<typeof told>[2] = [[[0], [1], 'moved'], [[1], [0]]]; // prettier-ignore

  test('is told of by itself', async () => {
    expect(await told('가\n\n나', 'A\n\nB', moved)).toEqual([
      'en.md:9:1: warning: Unexpected place of a paragraph, expected that of ko.md:7  alignment/moved-block',
    ]);
  });

  test('is not told of where its author has pinned it', async () => {
    const pinned = (first: string, second: string): string => `${first}\n\n${second}`;
    expect(
      await told(pinned('<!-- pair: x -->\n가', '나'), pinned('A', '<!-- pair: x -->\nB'), moved),
    ).toEqual([]);
  });
});

test('of two translations each is held to the source alone', async () => {
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
