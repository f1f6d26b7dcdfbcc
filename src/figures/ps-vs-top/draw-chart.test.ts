import fc from 'fast-check';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { createScale } from '../stage/scale.ts';
import { chartArea } from './chart-area.ts';
import { drawChart } from './draw-chart.ts';
import { anyState } from './fixtures/arbitraries.ts';
import {
  computeLines,
  fragmentToState,
  computeReading,
  getRelease,
  type Point,
  type State,
} from './model/index.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

const { top, bottom } = chartArea;

const draw = (state: State): Element => drawChart(state, en, createScale);

function listElements(root: Element): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element: Element) => {
    found.push(element);
  });
  return found;
}

/** Returns the value of a line at a tick, interpolated linearly. */
function valueOn(line: readonly Point[], tick: number): number {
  const next = line.findIndex(([at]) => at >= tick);
  const [to, from] = [line[next], line[Math.max(next - 1, 0)]];
  if (to === undefined || from === undefined) return NaN;
  if (to[0] === from[0]) return to[1];
  return from[1] + ((to[1] - from[1]) * (tick - from[0])) / (to[0] - from[0]);
}

describe('The chart', () => {
  test('has fewer than 60 elements, no ids or styles, and no percentages in paths', () => {
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

  test('labels both marks with the printed values', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { ps, top } = computeReading(state);
        const texts = listElements(draw(state))
          .filter(({ tagName }) => tagName === 'text')
          .map((text) => toString(text));
        expect(texts).toContain(`ps ${ps.cpu}%`);
        expect(texts).toContain(`top ${top.cpu}%`);
      }),
    );
  });

  test('places its marks at the printed values, which are on the lines except for rounding, ticks, caps and whole seconds', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const reading = computeReading(state);
        const highest = 100 * Math.min(state.threads, state.cpus);
        const heights = listElements(draw(state)).flatMap(({ properties, children }) =>
          children.some(
            (child) => child.type === 'element' && String(child.properties.class).startsWith('line head'),
          )
            ? [Number(properties.y)]
            : [],
        );
        expect(heights).toHaveLength(2);
        const printed = [reading.ps, reading.top].map(({ cpu }) => Number(cpu));
        const levels = heights.map((y) => ((bottom - y) / (bottom - top)) * highest);
        levels.forEach((level, nth) => {
          const pixel = highest / (bottom - top);
          expect(Math.abs(level - Math.min(printed[nth] ?? NaN, highest))).toBeLessThan(0.1 * pixel);
        });
        const { mean, latest } = computeLines(state);
        const { moment, interval, release } = state;
        // At age 0 there is no mean; the line starts at the first load.
        if (moment === 0) return;
        const rule = getRelease(release).age;
        const onMean = valueOn(mean, moment);
        if (!rule.startsWith('seconds'))
          expect(Math.abs(Number(reading.ps.cpu) - onMean)).toBeLessThan(
            1.01 + 100 / moment + onMean / moment,
          );
        const tick = 100 / interval / (state.mode === 'solaris' ? state.cpus : 1);
        expect(Math.abs(reading.top.share - valueOn(latest, moment))).toBeLessThan(tick + 1e-9);
        if (!reading.top.isCapped)
          expect(Math.abs(Number(reading.top.cpu) - reading.top.share)).toBeLessThan(0.0501);
      }),
    );
  });

  test.each([
    ['at=2&every=3', 1],
    ['at=3&every=3', 0],
    ['at=40', 0],
  ])('shows an arrow if the interval of top starts before the process did: %s', (pairs, arrows) => {
    const found = listElements(draw(fragmentToState(pairs))).filter(({ properties }) =>
      String(properties.d).startsWith('M-2 -4L-6'),
    );
    expect(found).toHaveLength(arrows);
  });

  test('shows the number of CPUs in the legend only if top divides by it', () => {
    const showsDivisor = (pairs: string): boolean => toString(draw(fragmentToState(pairs))).includes('÷');
    expect(showsDivisor('preset=four-threads')).toBe(false);
    expect(showsDivisor('preset=four-threads&mode=solaris')).toBe(true);
    expect(showsDivisor('preset=steady&mode=solaris&cpus=1')).toBe(false);
  });

  test('keeps the two labels apart, and within the chart area', () => {
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
        expect(Math.max(first, second)).toBeLessThan(bottom);
      }),
    );
  });

  test.each([
    ['preset=steady', ['0', '50', '100%']],
    ['preset=four-threads', ['0', '100', '200', '300', '400%']],
    ['preset=four-threads&cpus=2', ['0', '50', '100', '150', '200%']],
  ])('labels the y axis with round values up to the limit of the process: %s', (pairs, values) => {
    const texts = listElements(draw(fragmentToState(pairs)))
      .filter(({ properties }) => properties.class === 'start soft' && String(properties.x) === '0')
      .map((text) => toString(text));
    expect(texts).toEqual(values);
  });

  test('shows the interval of top in the legend', () => {
    const chart = drawChart(fragmentToState('every=0.5'), ko, createScale);
    expect(toString(chart)).toContain('top: 최근 0.5초');
  });
});
