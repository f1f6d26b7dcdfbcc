import fc from 'fast-check';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { expectPlainPicture, listElements } from '../../testing/picture-elements.ts';
import { createScale } from '../stage/scale.ts';
import { chartArea } from './chart-area.ts';
import { drawPicture } from './draw-picture.ts';
import { anyState } from './fixtures/arbitraries.ts';
import { computeBill, fragmentToState, ranges, type State } from './model/index.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

const draw = (state: State): Element => drawPicture(state, en, createScale);

function listTexts(state: State, words = en): Element[] {
  return listElements(drawPicture(state, words, createScale)).filter(({ tagName }) => tagName === 'text');
}

/** Returns the height of the staircase at an income, in pixels of the picture. */
function heightAt(picture: Element, income: number): number {
  const path = listElements(picture).find(
    ({ tagName, properties }) => tagName === 'path' && properties.class === 'fee',
  );
  const across = (income - ranges.income.min) / 1000;
  const corners = String(path?.properties.d).matchAll(/[MHV]([\d.]+)(?: ([\d.]+))?/g);
  let [x, y] = [0, NaN];
  for (const [command, first, second] of corners) {
    if (command.startsWith('V') && x <= across + 1e-9) y = Number(first);
    if (command.startsWith('H')) x = Number(first);
    if (command.startsWith('M')) y = Number(second);
  }
  return chartArea.top + y;
}

describe('The picture', () => {
  test('has fewer than 60 elements, no ids or styles, and no percentages in paths', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expectPlainPicture(draw(state), 60, /^[-MLHVZ\d., ]*$/);
      }),
    );
  });

  test('shows the fee, the share and the income that the model computes', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { total, percent, fullTotal } = computeBill(state);
        for (const words of [ko, en]) {
          const texts = listTexts(state, words).map((text) => toString(text));
          expect(texts).toContain(words.picture.kroner(total));
          expect(texts).toContain(`${percent}%`);
          expect(texts).toContain(words.picture.ofFull(fullTotal));
          expect(texts).toContain(words.picture.incomes(state.income, Math.round(state.income / 12)));
        }
      }),
    );
  });

  test('has its point on the staircase, at the fee', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        // Incomes are drawn to a tenth of a thousand, so an income beside a step may be drawn on it.
        const income = Math.round(state.income / 1000) * 1000 + 50;
        const picture = draw({ ...state, income });
        const point = listElements(picture).find(({ children }) =>
          children.some((child) => child.type === 'element' && child.tagName === 'circle'),
        );
        const { total } = computeBill({ ...state, income });
        const limit = state.nursery === 1 ? 5_800 : 8_700;
        const expected = chartArea.bottom - ((chartArea.bottom - chartArea.top) * total) / limit;
        expect(Math.abs(Number(point?.properties.y) - expected)).toBeLessThan(0.06);
        const above = heightAt(picture, income + 100);
        const below = heightAt(picture, income - 100);
        expect(Number(point?.properties.y)).toBeGreaterThanOrEqual(above - 0.11);
        expect(Number(point?.properties.y)).toBeLessThanOrEqual(below + 0.11);
      }),
    );
  });

  test('marks limits that are unconfirmed', () => {
    const marks = (pairs: string): number =>
      listTexts(fragmentToState(pairs)).filter((text) => toString(text) === '2026: unconfirmed').length;
    expect(marks('year=2026')).toBe(1);
    expect(marks('year=2025')).toBe(0);
  });

  test.each([
    ['preset=half-million', 'per extra krone: 10.4 øre'],
    ['preset=free', 'one krone more: 200\u{a0}kr. a month'],
    ['income=200000', 'per extra krone: 0'],
    ['preset=account', 'per extra krone: 0'],
    ['children=2&nursery=2', 'per extra krone: 15.6 øre'],
  ])('says what one more krone of income costs: %s', (pairs, text) => {
    expect(listTexts(fragmentToState(pairs)).map((each) => toString(each))).toContain(text);
  });

  test('keeps the two labels of the account apart', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const texts = listTexts(state);
        const { account } = en.picture.ghosts;
        const [line, rule] = [account(3_500), en.picture.ghosts.believed].map((label) =>
          Number(texts.find((text) => toString(text) === label)?.properties.y),
        );
        // The line of the account's fee is 5 px below its label, and must not cross the other label.
        const distance = (line ?? NaN) + 5 - (rule ?? NaN);
        expect(distance > 4 || distance < -12).toBe(true);
        expect(rule).toBeGreaterThan(12);
      }),
    );
  });

  test('shows the family’s part of the running costs, and the rest as the municipality’s', () => {
    const texts = listTexts(fragmentToState('preset=half-million')).map((text) => toString(text));
    expect(texts).toContain('your share at most 17%');
    expect(texts).toContain('municipality at least 83%');
  });
});
