import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, end, isAtBeginning, placeIn, sectionOf, scrollDistanceTo, type Mark } from './place.ts';

/** Returns the marks of a text: its beginning, its headings by id and its end. */
const text = (from: number, headings: Readonly<Record<string, number>>, to: number): Mark[] => [
  [beginning, from],
  ...Object.entries(headings),
  [end, to],
];
const tops = (marks: readonly Mark[]): Map<string, number> => new Map(marks);

describe('The reading line', () => {
  test.each<[string, Mark[], number]>([
    ['the first visible heading', text(-900, { a: -300, b: 120, c: 500 }, 2000), 120],
    ['the title while it is visible', text(60, { a: 400 }, 2000), 60],
    ['at 30 % of the viewport between headings', text(-900, { a: -300, b: 1200 }, 2000), 240],
    ['at 30 % after the last heading, even if the end is visible', text(-900, { a: -300 }, 500), 240],
  ])('is %s', (_, marks, line) => {
    expect(placeIn(marks, 800).line).toBe(line);
  });
});

test('A reader is at the beginning while the title is visible', () => {
  expect(isAtBeginning(placeIn(text(60, { a: 400 }, 2000), 800))).toBe(true);
  expect(isAtBeginning(placeIn(text(-60, { a: 400 }, 2000), 800))).toBe(false);
  expect(isAtBeginning(placeIn([], 800))).toBe(false);
});

describe('In the other language', () => {
  test('a heading keeps its height in the viewport', () => {
    const place = placeIn(text(-900, { a: -300, b: 120, c: 500 }, 2000), 800);
    expect(scrollDistanceTo(place, tops(text(100, { a: 500, b: 1000, c: 1900 }, 3000)))).toBe(880);
  });

  test('a place halfway between two headings stays halfway', () => {
    const place = placeIn(text(-900, { a: -760, b: 1240 }, 2000), 800);
    expect(scrollDistanceTo(place, tops(text(0, { a: 1000, b: 2000 }, 3000)))).toBe(1500 - 240);
  });

  test('headings that it lacks are skipped, both above and below', () => {
    const place = placeIn(text(-900, { a: -760, 'ko-only': 100, b: 1240 }, 2000), 800);
    // The line is at 100: 860 of 2,000 below `a`.
    expect(scrollDistanceTo(place, tops(text(0, { a: 1000, b: 2000 }, 3000)))).toBe(1430 - 100);
  });

  test('without common headings the place is relative to beginning and end', () => {
    const place = placeIn(text(-760, { x: -500 }, 1240), 800);
    expect(scrollDistanceTo(place, tops(text(0, { y: 100 }, 1000)))).toBe(500 - 240);
  });

  test('without any common mark nothing scrolls', () => {
    expect(scrollDistanceTo(placeIn([], 800), new Map())).toBe(0);
    expect(scrollDistanceTo(placeIn(text(0, {}, 9), 800), new Map())).toBe(0);
  });

  test('a place below the end, such as in the notes, keeps its distance to the end', () => {
    const place = placeIn(text(-2000, { a: -1500 }, -200), 800);
    expect(scrollDistanceTo(place, tops(text(0, { a: 500 }, 4000)))).toBe(4200);
  });

  test('reordered sections never scroll above the section being read', () => {
    const place = placeIn(text(-900, { a: -760, b: 1240 }, 2000), 800);
    expect(scrollDistanceTo(place, tops(text(0, { b: 100, a: 1000 }, 3000)))).toBe(1000 - 240);
  });

  test('in the same text the shift equals the scroll distance', () => {
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
          expect(scrollDistanceTo(placeIn(marks, 800), tops(now))).toBeCloseTo(scrolled, 6);
        },
      ),
    );
  });
});

describe('The section of a place', () => {
  const place = placeIn(text(-900, { a: -300, 'ko-only': 120, c: 500 }, 2000), 800);

  test('is the heading at the reading line', () => {
    expect(sectionOf(place, () => true)).toBe('ko-only');
  });

  test('is the heading before if that one is missing', () => {
    expect(sectionOf(place, (id) => id !== 'ko-only')).toBe('a');
  });

  test('is empty at the beginning', () => {
    expect(sectionOf(placeIn(text(60, { a: 400 }, 2000), 800), () => true)).toBe('');
    expect(sectionOf(place, () => false)).toBe('');
  });
});
