import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGlyphs, splitGlyphs, type GlyphUsage, type Usage } from './glyphs.ts';

describe('The usage of glyphs', () => {
  function count(...pages: readonly string[]): GlyphUsage {
    const usage: GlyphUsage = { regular: new Map(), bold: new Map() };
    for (const page of pages) countGlyphs(usage, page);
    return usage;
  }

  test('counts the pages that use a character, not its occurrences', () => {
    expect(count('<p>가가나</p>', '<p>가</p>').regular).toEqual(
      new Map([
        ['가', 2],
        ['나', 1],
      ]),
    );
  });

  test('counts text that scripts show later: templates, and labels in attributes', () => {
    const { regular } = count('<template><button data-copied="됨">복사</button></template>');
    expect([...regular.keys()].sort()).toEqual(['됨', '복', '사']);
  });

  test('counts only bold text for the bold weight', () => {
    expect([...count('<h1>가</h1><p>나</p>').bold.keys()]).toEqual(['가']);
  });
});

describe('The files of a weight', () => {
  const usage: Usage = new Map([
    ['힣', 3],
    ['나', 1],
    ['가', 1],
    ['다', 2],
    ['½', 1],
  ]);

  test('start with the syllables that most pages use, with ties in code point order', () => {
    const [first, second] = splitGlyphs('regular', usage, 3);
    expect(first).toMatch(/가.*다.*힣/);
    expect(second).toBe('나');
  });

  test('have all characters but syllables in the first one, and common characters in any case', () => {
    for (const weight of ['regular', 'bold'] as const) {
      const [first = ''] = splitGlyphs(weight, usage, 1);
      for (const character of ' ~aZ09½“”…') expect(first, weight).toContain(character);
    }
  });

  test('are a single file if the syllables fit in one, or if there are none', () => {
    expect(splitGlyphs('bold', usage, 4)).toHaveLength(1);
    expect(splitGlyphs('bold', new Map(), 4)).toHaveLength(1);
  });

  const usages = fc
    .array(fc.tuple(fc.integer({ min: 0xac00, max: 0xac40 }), fc.integer({ min: 1, max: 9 })))
    .map((pairs): Usage => new Map(pairs.map(([code, pages]) => [String.fromCodePoint(code), pages])));

  test('include every character once, respect the limit and do not depend on the order of pages', () => {
    fc.assert(
      fc.property(usages, fc.integer({ min: 1, max: 20 }), (some, perFile) => {
        const files = splitGlyphs('regular', some, perFile);
        const syllables = files.map((file) => file.match(/[가-힣]/g) ?? []);
        expect(syllables.flat().sort()).toEqual([...some.keys()].sort());
        for (const each of syllables) expect(each.length).toBeLessThanOrEqual(perFile);
        expect(splitGlyphs('regular', new Map([...some].reverse()), perFile)).toEqual(files);
      }),
    );
  });
});
