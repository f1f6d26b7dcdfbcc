import fc from 'fast-check';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { expectPlainPicture, listElements } from '../../testing/picture-elements.ts';
import { createScale } from '../stage/scale.ts';
import { blockArea, chartArea, timeAxis } from './areas.ts';
import { drawPicture } from './draw-picture.ts';
import { cpuDivisor, formatValues } from './describe.ts';
import { anyState } from './fixtures/arbitraries.ts';
import {
  computeLines,
  fragmentToState,
  computeReading,
  getRelease,
  levelLimit,
  timelineLength,
  type Point,
  type State,
} from './model/index.ts';
import en from './words/en.ts';

const { top, bottom } = chartArea;

const draw = (state: State): Element => drawPicture(state, en, createScale);

/** Returns the value of a line at a tick, interpolated linearly. */
function valueOn(line: readonly Point[], tick: number): number {
  const next = line.findIndex(([at]) => at >= tick);
  const [to, from] = [line[next], line[Math.max(next - 1, 0)]];
  if (to === undefined || from === undefined) return NaN;
  if (to[0] === from[0]) return to[1];
  return from[1] + ((to[1] - from[1]) * (tick - from[0])) / (to[0] - from[0]);
}

/** Returns the areas of both rectangles in ticks of CPU time, or `undefined` for one of minimal size. */
function measureAreas(picture: Element, limit: number): (number | undefined)[] {
  const blocks = listElements(picture).filter(({ tagName }) => tagName === 'rect');
  return blocks.map(({ properties }) => {
    const [width, height] = [properties.width, properties.height].map((each) =>
      Number.parseFloat(String(each)),
    );
    if (width === undefined || height === undefined || width <= 1.2 || height <= 4) return undefined;
    const ticks = (width / (timeAxis.right - timeAxis.left)) * timelineLength;
    return (ticks * limit * height) / (blockArea.bottom - blockArea.top) / 100;
  });
}

describe('The picture', () => {
  test('has fewer than 60 elements, no ids or styles, and no percentages in paths', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expectPlainPicture(draw(state), 60, /^[-MLHVZa\d., ]*$/);
      }),
    );
  });

  test('shows the printed values, and what each is divided from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const reading = computeReading(state);
        const texts = listElements(draw(state))
          .filter(({ tagName }) => tagName === 'text')
          .map((text) => toString(text));
        for (const { cpu, dividend, divisor } of Object.values(formatValues(state, reading, en)))
          expect(texts).toEqual(expect.arrayContaining([`${cpu}%`, dividend, divisor]));
      }),
    );
  });

  test('has a text alternative with both values', () => {
    const { properties } = draw(fragmentToState('load=96x20,0x40&at=25.26&every=5'));
    expect(properties).toHaveProperty('aria-label', en.picture.label('76.0', '0.0'));
    expect(properties['aria-label']).toContain('ps is 76.0% high, top 0.0%');
  });

  test('draws equal CPU times as equal areas: each rectangle is as large as the CPU time that its tool counts', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { ps, top: frame, counters } = computeReading(state);
        const limit = levelLimit(state);
        const isPrintedInFull = !frame.isCapped && Number(ps.cpu) <= limit;
        fc.pre(isPrintedInFull && state.interval - state.moment < 590);
        const [life, latest] = measureAreas(draw(state), limit);
        const cpus = cpuDivisor(state) ?? 1;
        // Values are printed with one decimal, or none; positions have two decimals in percent, and one in pixels.
        const rounding = (ticks: number): number => (ticks * (limit / 1600 + 1.05)) / 100 + limit / 100;
        if (life !== undefined) expect(Math.abs(life - counters.used)).toBeLessThan(rounding(ps.age));
        if (latest !== undefined)
          expect(Math.abs(latest * cpus - frame.used)).toBeLessThan(cpus * rounding(frame.interval));
      }),
    );
  });

  test.each(['preset=burst-then-idle&at=30', 'preset=steady&at=0', 'preset=steady&at=0.5&procps=4.0.0'])(
    'shows a rectangle of no height or no width as a line: %s',
    (pairs) => {
      const blocks = listElements(draw(fragmentToState(pairs))).filter(({ tagName }) => tagName === 'rect');
      expect(blocks).toHaveLength(3);
      for (const { properties } of blocks) {
        expect(Number(properties.height)).toBeGreaterThanOrEqual(4);
        expect(Number.parseFloat(String(properties.width))).toBeGreaterThanOrEqual(1.2);
      }
    },
  );

  test('places its marks at the printed values, which are on the lines except for rounding, ticks, caps and whole seconds', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const reading = computeReading(state);
        const highest = 100 * Math.min(state.threads, state.cpus);
        const heights = listElements(draw(state)).flatMap(({ properties, children }) =>
          children.some(
            (child) => child.type === 'element' && String(child.properties.class).startsWith('line head'),
          ) && Number(properties.y) >= top
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
    ['at=2&every=10', ['M-2']],
    ['at=8&every=10', []],
    ['preset=four-threads&at=1.9&procps=4.0.0', ['M-5']],
    ['at=40', []],
  ])('shows an arrow where a rectangle goes on outside the picture: %s', (pairs, arrows) => {
    const found = listElements(draw(fragmentToState(pairs))).flatMap(({ properties: { d } }) => {
      const [start] = /^M-[25](?= -9L| 7H)/.exec(String(d)) ?? [];
      return start === undefined ? [] : [start];
    });
    expect(found).toEqual(arrows);
  });

  test('shows the number of CPUs only if top divides by it', () => {
    const showsDivisor = (pairs: string): boolean => toString(draw(fragmentToState(pairs))).includes('CPUs');
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
        expect(Math.min(first, second)).toBeGreaterThan(top);
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
    // The first is the limit of the rectangles.
    expect(texts.slice(1)).toEqual(values);
  });

  test('labels the time axis with the moment, and leaves out what would overlap it', () => {
    const timesOf = (pairs: string): string[] =>
      listElements(draw(fragmentToState(pairs)))
        .filter(({ properties }) => Number(properties.y) === chartArea.bottom + 18)
        .map((text) => toString(text));
    expect(timesOf('at=40')).toEqual(['0', '10', '20', '30', '50', '60', '40\u{a0}s']);
    expect(timesOf('at=25.2')).toEqual(['0', '10', '40', '50', '60', '25.2\u{a0}s']);
    expect(timesOf('at=0')).not.toContain('0');
    expect(timesOf('at=60')).not.toContain('60');
  });
});
