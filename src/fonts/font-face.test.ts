import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fontFaces, unicodeRange } from './font-face.ts';

describe('fontFaces', () => {
  test('writes family, weight and file, and shows a fallback font while the file loads', () => {
    expect(fontFaces('bold', ['가'], ['a.woff2'])).toBe(
      '@font-face{font-family:Narani Sans;font-weight:700;font-display:swap;src:url(a.woff2)format("woff2")}',
    );
  });

  test('gives a range to every file but the first, which has the remaining characters', () => {
    const rules = fontFaces('regular', ['가나', '다'], ['a.woff2', 'b.woff2']).split(/(?<=\})/);
    expect(rules[0]).not.toContain('unicode-range');
    expect(rules[1]).toContain('url(b.woff2)format("woff2");unicode-range:U+B2E4}');
  });
});

describe('unicodeRange', () => {
  test('extends over characters that no page uses', () => {
    expect(unicodeRange('가각갂', '가각갂')).toBe('U+AC00-AC02');
    expect(unicodeRange('가갂', '가갂')).toBe('U+AC00-AC02');
  });

  test('stops before a character of another file', () => {
    expect(unicodeRange('가갂', '가각갂')).toBe('U+AC00,U+AC02');
  });

  test('includes all of its characters and none of the others', () => {
    const characters = fc.array(fc.integer({ min: 0xac00, max: 0xac30 }));
    fc.assert(
      fc.property(characters, characters, (own, others) => {
        const isIn = toTest(unicodeRange(toText(own), toText([...own, ...others])));
        expect(own.filter((code) => !isIn(code))).toEqual([]);
        expect(others.filter((code) => !own.includes(code) && isIn(code))).toEqual([]);
      }),
    );
  });
});

function toText(codes: readonly number[]): string {
  return String.fromCodePoint(...codes);
}

/** Parses a range as browsers do. */
function toTest(range: string): (code: number) => boolean {
  const spans = range
    .split(',')
    .filter((each) => each !== '')
    .map((each) =>
      each
        .slice(2)
        .split('-')
        .map((end) => Number.parseInt(end, 16)),
    );
  return (code) => spans.some(([first = 0, last = first]) => first <= code && code <= last);
}
