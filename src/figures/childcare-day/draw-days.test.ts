import fc from 'fast-check';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { expectPlainPicture, listElements } from '../../testing/picture-elements.ts';
import { createScale } from '../stage/scale.ts';
import { area, hatch } from './draw-blocks.ts';
import { drawDays } from './draw-days.ts';
import { anyState } from './fixtures/arbitraries.ts';
import { childrenPerAdult, danishHours, fragmentToState, minutesLate, type State } from './model/index.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

const draw = (state: State, words = en): Element => drawDays(state, words, createScale);

/** Returns the elements with all of these classes, separated by spaces. */
function find(root: Element, classes: string): Element[] {
  return listElements(root).filter(({ properties }) => {
    const all = String(properties.class).split(' ');
    return classes.split(' ').every((each) => all.includes(each));
  });
}

/** Returns the minute at a height of the picture. */
function minuteAt(y: unknown): number {
  return 360 + ((Number(y) - area.top) / (area.bottom - area.top)) * 1080;
}

describe('The picture', () => {
  test('has fewer than 100 elements, no ids or styles, and no percentages in paths', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expectPlainPicture(draw(state), 100, /^[^%]*$/);
      }),
    );
  });

  test('has a line across both columns at the time of the pick-up, and the time on it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = draw(state);
        const [line] = find(picture, 'pickup').filter(({ tagName }) => tagName === 'line');
        expect(minuteAt(line?.properties.y1)).toBeCloseTo(state.pickup, 6);
        expect([line?.properties.x1, line?.properties.x2]).toEqual(['0', '100%']);
        const [label] = find(picture, 'strong pickup');
        const [hours, minutes] = toString(label ?? picture).split(':');
        expect(60 * Number(hours) + Number(minutes)).toBe(state.pickup);
      }),
    );
  });

  test('shows how late a pick-up is, from closing time to the line', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { least } = minutesLate(state.day, state.pickup);
        const blocks = find(draw(state), 'late').filter(({ tagName }) => tagName === 'rect');
        expect(blocks).toHaveLength(least > 0 ? 1 : 0);
        for (const { properties } of blocks) {
          expect(minuteAt(properties.y)).toBeCloseTo(danishHours[state.day].latest, 6);
          expect(minuteAt(Number(properties.y) + Number(properties.height))).toBeCloseTo(state.pickup, 6);
        }
      }),
    );
  });

  test.each([
    ['', 1],
    ['pickup=16:30', 2],
    ['pickup=09:00', 2],
    ['pickup=17:00', 1],
    ['pickup=06:00', 0],
    ['day=friday&pickup=16:15', 1],
  ])('highlights the hours in which a pick-up with “%s” is: %i', (pairs, count) => {
    const blocks = find(draw(fragmentToState(pairs)), 'on').filter(({ tagName }) => tagName === 'rect');
    expect(blocks).toHaveLength(count);
  });

  test('hatches only what the parent tells, in Denmark, within the usual hours', () => {
    for (const day of ['weekday', 'friday'] as const) {
      const areas = listElements(draw(fragmentToState(`day=${day}`))).filter(
        ({ tagName, properties }) => tagName === 'svg' && properties.preserveAspectRatio === 'none',
      );
      expect(areas).toHaveLength(2);
      for (const { properties } of areas) {
        expect(properties.x).toBe(`${area.denmark.left}%`);
        expect(minuteAt(properties.y)).toBeGreaterThanOrEqual(danishHours[day].opens);
        expect(minuteAt(Number(properties.y) + Number(properties.height))).toBeLessThanOrEqual(
          danishHours[day].earliest + 1e-6,
        );
      }
    }
  });

  test('marks every Korean hour as from a weak source', () => {
    const korean = find(draw(fragmentToState('')), 'known').filter(
      ({ properties }) => properties.x === `${area.korea.left}%`,
    );
    expect(korean).toHaveLength(3);
    for (const { properties } of korean) expect(String(properties.class)).toContain('weak');
  });

  test('draws adults only where the parent tells of them: seven of a group, and one or two from 15:00 on', () => {
    const picture = draw(fragmentToState(''));
    const countAdults = (paths: readonly Element[]): number =>
      paths.reduce((sum, { properties }) => sum + (String(properties.d).match(/a2\.4/g)?.length ?? 0) / 2, 0);
    // One more adult for each of the two ratios.
    expect(countAdults(listElements(picture))).toBe(7 + 2 + 2);
    expect(countAdults(find(picture, 'person'))).toBe(2 + 1 + 2);
  });

  test('does not say when parents finish work on Fridays, which the parent does not mention', () => {
    const shows = (pairs: string): boolean =>
      [en, ko].every((words) => toString(draw(fragmentToState(pairs), words)).includes(words.column.finish));
    expect(shows('')).toBe(true);
    expect(shows('day=friday')).toBe(false);
  });

  test('draws three children for the law, and on the floor as many as the model computes, the last one in part', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const rows = [23, 37, 51, 65, 79];
        const paths = find(draw(state), 'child').map(({ properties }) => String(properties.d));
        const whole = paths.map((d) => (d.match(/a5\.5/g)?.length ?? 0) / 2);
        const count = childrenPerAdult(state.open);
        expect(whole.reduce((sum, each) => sum + each, 0)).toBe(3 + Math.floor(count));
        const [, cut] = /M([\d.]+) -[\d.]+A/.exec(paths.at(-1) ?? '') ?? [];
        const part = (Number(cut) - (rows[Math.floor(count)] ?? NaN) + 5.5) / 11;
        expect(part).toBeCloseTo(count % 1, 2);
      }),
    );
  });
});

test('A hatch has diagonal lines that stay within their rectangle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (width, height) => {
      const lines = hatch(width, height).match(/M[^M]+/g) ?? [];
      for (const line of lines) {
        const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = (line.match(/\d+/g) ?? []).map(Number);
        expect(x1 + y1).toBe(x2 + y2);
        for (const x of [x1, x2]) expect(x >= 0 && x <= width).toBe(true);
        for (const y of [y1, y2]) expect(y >= 0 && y <= height).toBe(true);
      }
    }),
  );
});
