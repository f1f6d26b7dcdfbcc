import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonSyllables } from './common-syllables.ts';
import { glyphsIn, glyphsInSheet, splitGlyphs, uniteGlyphs } from './glyphs.ts';

describe('The glyphs of a page', () => {
  test('are distinct and sorted by code point, without ASCII', () => {
    expect(glyphsIn('<p>나가 나 abc 😀½</p>').regular).toBe('½가나😀');
  });

  test('include text that scripts show later: templates, and labels in attributes', () => {
    expect(glyphsIn('<template><button data-copied="됨">복사</button></template>').regular).toBe('됨복사');
  });

  test('are bold only in bold text', () => {
    expect(glyphsIn('<h1>가</h1><p>나</p>')).toEqual({ regular: '가나', bold: '가' });
  });

  test('are of either weight in a style sheet', () => {
    expect(glyphsInSheet('.a::before{content:"→"}')).toEqual({ regular: '→', bold: '→' });
  });

  test('of several pages are those that any of them has', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (pages) => {
        const united = uniteGlyphs(pages.map((page) => glyphsInSheet(page)));
        expect(united).toEqual(glyphsInSheet(pages.join(' ')));
      }),
    );
  });
});

test('The common syllables are in order once each, and have all of KS X 1001', () => {
  expect(new Set(commonSyllables).size).toBe(commonSyllables.length);
  expect(commonSyllables).toMatch(/^[가-힣]+$/);
  const decoder = new TextDecoder('euc-kr');
  // The rows and columns of Hangul in KS X 1001.
  for (let row = 0xb0; row <= 0xc8; row += 1)
    for (let column = 0xa1; column <= 0xfe; column += 1)
      expect(commonSyllables).toContain(decoder.decode(Uint8Array.of(row, column)));
});

describe('The files of a weight', () => {
  const sizes = { first: 3, others: 2 };
  const [common = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = commonSyllables;
  const syllablesOf = (files: readonly string[]): string[] =>
    files.map((file) => (file.match(/[가-힣]/g) ?? []).join(''));
  const sorted = (characters: string): string => Array.from(characters).sort().join('');

  test('are a single file with nothing but what is used, if its syllables fit in one', () => {
    expect(syllablesOf(splitGlyphs('bold', `½${common}${sixth}힣`, sizes))).toEqual([
      sorted(`${common}${sixth}힣`),
    ]);
    expect(splitGlyphs('bold', '', sizes)).toHaveLength(1);
  });

  test('have the whole slices that are used, if not, and always the first one', () => {
    expect(syllablesOf(splitGlyphs('bold', `${fourth}${fifth}${sixth}힣`, sizes))).toEqual([
      sorted(common + second + third),
      sorted(fourth + fifth),
      expect.stringContaining(sixth),
      expect.stringContaining('힣'),
    ]);
  });

  test('have all characters but syllables in the first one, and common characters in any case', () => {
    for (const weight of ['regular', 'bold'] as const) {
      const [first = '', ...others] = splitGlyphs(weight, `½${common}${second}${third}힣`, sizes);
      for (const character of ' ~aZ09½“”…') expect(first, weight).toContain(character);
      expect(others.join('')).toMatch(/^[가-힣]+$/);
    }
  });

  const every = Array.from({ length: 0xd7a3 - 0xac00 + 1 }, (_, nth) => String.fromCodePoint(0xac00 + nth));

  test('of a site with every syllable have each once', () => {
    const files = splitGlyphs('regular', every.join(''), { first: 710, others: 100 });
    expect(sorted(syllablesOf(files).join(''))).toBe(every.join(''));
  });

  const anyText = fc
    .uniqueArray(fc.constantFrom(...every, ...Array.from(commonSyllables.slice(0, 200))), { maxLength: 40 })
    .map((syllables) => syllables.join(''));
  const anySizes = fc.record({
    first: fc.integer({ min: 1, max: 20 }),
    others: fc.integer({ min: 1, max: 300 }),
  });

  test('have every character that is used, and none twice', () => {
    fc.assert(
      fc.property(anyText, anySizes, (used, slices) => {
        const all = splitGlyphs('regular', used, slices).join('');
        expect(new Set(all).size).toBe(all.length);
        for (const character of used) expect(all).toContain(character);
      }),
    );
  });

  test('change only if a character that the added article alone has is of that file', () => {
    fc.assert(
      fc.property(anyText, anyText, (some, more) => {
        fc.pre(new Set(some).size > sizes.first);
        const before = splitGlyphs('regular', some, sizes);
        const after = splitGlyphs('regular', sorted([...new Set(some + more)].join('')), sizes);
        expect(before.filter((file) => !after.includes(file))).toEqual([]);
        for (const added of after.filter((file) => !before.includes(file)))
          expect(Array.from(more).some((each) => !some.includes(each) && added.includes(each))).toBe(true);
      }),
    );
  });
});
