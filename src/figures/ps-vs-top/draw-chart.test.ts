import fc from 'fast-check';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { createScale } from '../stage/live/create-scale.ts';
import { drawChart } from './draw-chart.ts';
import { anyState } from './model/fixtures/arbitraries.ts';
import { fragmentToState, readAt, type State } from './model/index.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

const draw = (state: State): Element => drawChart(state, en, createScale);

function listElements(root: Element): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element: Element) => {
    found.push(element);
  });
  return found;
}

describe('The chart', () => {
  test('is few nodes, without ids or styles, and paths without per cent', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const elements = listElements(draw(state));
        expect(elements.length).toBeLessThan(60);
        for (const { properties } of elements) {
          expect(properties).not.toHaveProperty('id');
          expect(properties).not.toHaveProperty('style');
          expect(properties.d?.toString() ?? '').toMatch(/^[-MLHVZa\d., ]*$/);
          expect(JSON.stringify(properties)).not.toMatch(/NaN|undefined|null/);
        }
      }),
    );
  });

  test('labels both values with what the tools print', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { ps, top } = readAt(state);
        const texts = listElements(draw(state))
          .filter(({ tagName }) => tagName === 'text')
          .map((text) => toString(text));
        expect(texts).toContain(`ps ${ps.cpu}%`);
        expect(texts).toContain(`top ${top.cpu}%`);
      }),
    );
  });

  test('keeps the two labels apart and between the top and the axis', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const [first = 0, second = 0] = listElements(draw(state)).flatMap(({ properties, children }) => {
          const label = children.find(
            (child): child is Element =>
              child.type === 'element' && String(child.properties.class).includes('halo'),
          );
          return label === undefined ? [] : [Number(properties.y) + Number(label.properties.y)];
        });
        expect(Math.abs(first - second)).toBeGreaterThan(17.8);
        expect(Math.min(first, second)).toBeGreaterThan(40);
        expect(Math.max(first, second)).toBeLessThan(216);
      }),
    );
  });

  test.each([
    ['preset=steady', ['0', '50', '100%']],
    ['preset=four-threads', ['0', '100', '200', '300', '400%']],
    ['preset=four-threads&cpus=2', ['0', '50', '100', '150', '200%']],
  ])('has round values beside it that reach up to all a process can use: %s', (pairs, values) => {
    const texts = listElements(draw(fragmentToState(pairs)))
      .filter(({ properties }) => properties.class === 'start soft' && String(properties.x) === '0')
      .map((text) => toString(text));
    expect(texts).toEqual(values);
  });

  test('tells the interval that top looks back on', () => {
    const chart = drawChart(fragmentToState('every=0.5'), ko, createScale);
    expect(toString(chart)).toContain('top: 최근 0.5초');
  });
});
