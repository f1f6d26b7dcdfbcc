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
  const [common = '', second = ''] = commonSyllables;
  const rare = '힣';
  const characters = `½${[common, second, rare].sort().join('')}`;

  test('have syllables by how common they are, if there are more than one file holds', () => {
    const files = splitGlyphs('regular', characters, 2);
    expect(files).toHaveLength(2);
    expect(files[0]).toContain(common);
    expect(files[0]).toContain(second);
    expect(files[1]).toBe(rare);
  });

  test('have all characters but syllables in the first one, and common characters in any case', () => {
    for (const weight of ['regular', 'bold'] as const) {
      const [first = ''] = splitGlyphs(weight, characters, 1);
      for (const character of ' ~aZ09½“”…') expect(first, weight).toContain(character);
    }
  });

  test('are a single file if the syllables fit in one, or if there are none', () => {
    expect(splitGlyphs('bold', characters, 3)).toHaveLength(1);
    expect(splitGlyphs('bold', '', 3)).toHaveLength(1);
  });

  const anyCharacters = fc
    .uniqueArray(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 4, maxLength: 60 })
    .map((codes) => String.fromCodePoint(...codes.sort((a, b) => a - b)));

  test('have every character once, and at most as many syllables as fit', () => {
    fc.assert(
      fc.property(anyCharacters, fc.integer({ min: 1, max: 2000 }), (some, perFile) => {
        const syllables = splitGlyphs('regular', some, perFile).map((file) => file.match(/[가-힣]/g) ?? []);
        expect(syllables.flat().sort().join('')).toBe(some);
        for (const each of syllables) expect(each.length).toBeLessThanOrEqual(perFile);
      }),
    );
  });

  test('stay as they are, except that of a character that is added, in a site of several files', () => {
    fc.assert(
      fc.property(anyCharacters, fc.integer({ min: 0xac00, max: 0xd7a3 }), (some, code) => {
        fc.pre(!some.includes(String.fromCodePoint(code)));
        const before = splitGlyphs('regular', some, 3);
        const after = splitGlyphs('regular', some + String.fromCodePoint(code), 3);
        const added = after.filter((file) => !before.includes(file));
        expect(added).toHaveLength(1);
        expect(added[0]).toContain(String.fromCodePoint(code));
      }),
    );
  });
});
