import { expect, test } from 'vitest';
import { drawSign } from './sign.ts';

test('the sign is a staircase: no fee for the lowest incomes, then higher steps up to the full fee', () => {
  const [fees] = drawSign().children;
  const d = fees?.type === 'element' ? String(fees.properties.d) : '';
  const heights = [...d.matchAll(/v([\d.]+)h-/g)].map(([, height]) => Number(height));
  expect(heights.length).toBeGreaterThan(8);
  expect(heights.length).toBeLessThan(12);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(heights.at(-1)).toBe(78.5);
});
