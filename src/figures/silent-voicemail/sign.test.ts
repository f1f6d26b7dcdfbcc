import { expect, test } from 'vitest';
import { drawSign } from './sign.ts';

test('the sign has 44 cells, the four of the empty data size as outlines', () => {
  const counts = drawSign().children.map((path) => {
    const { class: color, d } = path.type === 'element' ? path.properties : {};
    return { color, rectangles: [...String(d).matchAll(/z/g)].length };
  });
  const cells = counts.filter(({ color }) => color === 'ink').reduce((sum, each) => sum + each.rectangles, 0);
  expect(cells).toBe(40);
  // An outline is a rectangle within another.
  expect(counts.filter(({ color }) => color === 'accent')).toEqual([{ color: 'accent', rectangles: 8 }]);
});
