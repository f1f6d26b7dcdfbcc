import { expect, test } from 'vitest';
import { drawSign } from './sign.ts';

test('the sign has a wide, low rectangle for ps and a narrow, tall one for top', () => {
  const [ps, top] = drawSign().children.map((path) => {
    const { class: color, d } = path.type === 'element' ? path.properties : {};
    const [, width = NaN, height = NaN] = (/h([\d.]+)v([\d.]+)/.exec(String(d)) ?? []).map(Number);
    return { color, width, height };
  });
  // 10 s of CPU time in 40 s are 25%, of 80 units; in the last 3 s they are all of the time.
  expect(ps).toEqual({ color: 'caution', width: 104.2, height: 20 });
  expect(top).toEqual({ color: 'accent', width: 7.8, height: 80 });
});
