import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, end, isAtBeginning, placeIn, sectionOf, shiftTo, type Mark } from './place.ts';

/** A text from its beginning to its end, its headings by name. */
const text = (from: number, headings: Readonly<Record<string, number>>, to: number): Mark[] => [
  [beginning, from],
  ...Object.entries(headings),
  [end, to],
];
const tops = (marks: readonly Mark[]): Map<string, number> => new Map(marks);

describe('The line of a reader', () => {
  test.each<[string, Mark[], number]>([
    ['the first heading in the window', text(-900, { a: -300, b: 120, c: 500 }, 2000), 120],
    ['the title, while it is in sight', text(60, { a: 400 }, 2000), 60],
    ['a little below the top, between headings', text(-900, { a: -300, b: 1200 }, 2000), 240],
    ['there too after the last, even where the end is in sight', text(-900, { a: -300 }, 500), 240],
  ])('is %s', (_, marks, line) => {
    expect(placeIn(marks, 800).line).toBe(line);
  });
});

test('A reader is at the beginning while the title is in sight', () => {
  expect(isAtBeginning(placeIn(text(60, { a: 400 }, 2000), 800))).toBe(true);
  expect(isAtBeginning(placeIn(text(-60, { a: 400 }, 2000), 800))).toBe(false);
  expect(isAtBeginning(placeIn([], 800))).toBe(false);
});

describe('In the other language', () => {
  test('a heading stands where it stood', () => {
    const place = placeIn(text(-900, { a: -300, b: 120, c: 500 }, 2000), 800);
    expect(shiftTo(place, tops(text(100, { a: 500, b: 1000, c: 1900 }, 3000)))).toBe(880);
  });

  test('what is halfway between two headings is halfway between them', () => {
    const place = placeIn(text(-900, { a: -760, b: 1240 }, 2000), 800);
    expect(shiftTo(place, tops(text(0, { a: 1000, b: 2000 }, 3000)))).toBe(1500 - 240);
  });

  test('a heading it has not is passed over, both above and below', () => {
    const place = placeIn(text(-900, { a: -760, 'ko-only': 100, b: 1240 }, 2000), 800);
    // The line is at 100: 860 of 2,000 below `a`.
    expect(shiftTo(place, tops(text(0, { a: 1000, b: 2000 }, 3000)))).toBe(1430 - 100);
  });

  test('no heading in common leaves the beginning and the end', () => {
    const place = placeIn(text(-760, { x: -500 }, 1240), 800);
    expect(shiftTo(place, tops(text(0, { y: 100 }, 1000)))).toBe(500 - 240);
  });

  test('nothing in common moves nothing', () => {
    expect(shiftTo(placeIn([], 800), new Map())).toBe(0);
    expect(shiftTo(placeIn(text(0, {}, 9), 800), new Map())).toBe(0);
  });

  test('what is below the end, such as notes, is as far below it', () => {
    const place = placeIn(text(-2000, { a: -1500 }, -200), 800);
    expect(shiftTo(place, tops(text(0, { a: 500 }, 4000)))).toBe(4200);
  });

  test('sections that have changed places take nobody above the one they read', () => {
    const place = placeIn(text(-900, { a: -760, b: 1240 }, 2000), 800);
    expect(shiftTo(place, tops(text(0, { b: 100, a: 1000 }, 3000)))).toBe(1000 - 240);
  });

  test('the same text needs no more than the window’s own shift, and then none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 1 }),
        fc.integer({ min: -9000, max: 9000 }),
        (gaps, scrolled) => {
          const headings = Object.fromEntries(
            gaps.sort((a, b) => a - b).map((top, index) => [`h${index}`, top]),
          );
          const marks = text(-100, headings, 9500);
          const now = marks.map(([id, top]): Mark => [id, top + scrolled]);
          expect(shiftTo(placeIn(marks, 800), tops(now))).toBeCloseTo(scrolled, 6);
        },
      ),
    );
  });
});

describe('The section of a place', () => {
  const place = placeIn(text(-900, { a: -300, 'ko-only': 120, c: 500 }, 2000), 800);

  test('is the heading at the line', () => {
    expect(sectionOf(place, () => true)).toBe('ko-only');
  });

  test('is the one before where that is missing', () => {
    expect(sectionOf(place, (id) => id !== 'ko-only')).toBe('a');
  });

  test('is none at the beginning, which has no address of its own', () => {
    expect(sectionOf(placeIn(text(60, { a: 400 }, 2000), 800), () => true)).toBe('');
    expect(sectionOf(place, () => false)).toBe('');
  });
});
