import { expect, test } from 'vitest';
import { contrastOf, findColorLiterals, readColorTokens } from './colors.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#fff', '#000', 21],
  ['#1d4f8c', '#1d4f8c', 1],
  // Grays just above and just below a contrast of 4.5.
  ['#767676', '#ffffff', 4.54],
  ['#ffffff', '#777777', 4.48],
  ['#ff0000', '#ffffff', 4.0],
])('the contrast of %s and %s is %d', (one, other, contrast) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
});

test('a transparent color has no contrast', () => {
  expect(() => contrastOf('#00000080', '#ffffff')).toThrow('Unexpected color #00000080, expected #rrggbb');
});

test('tokens are custom properties with a color, for both schemes', () => {
  const css = `:root {
    --ink: light-dark(#111111, #eeeeee); /* --old: #222222; */
    --shade: rgb(0 0 0 / 18%);
    --sans: 'Red Hat', sans-serif;
    --measure: 42rem }`;
  expect([...readColorTokens(css)]).toEqual([
    ['ink', { light: '#111111', dark: '#eeeeee' }],
    ['shade', { light: 'rgb(0 0 0 / 18%)', dark: 'rgb(0 0 0 / 18%)' }],
  ]);
});

test.each([
  'color: #e6e4df',
  'color: #FFF',
  'background: linear-gradient(to right, rgb(0 0 0 / 18%), transparent)',
  'border: 1px solid oklch(70% 0.1 200)',
  'background: color-mix(in oklab, var(--ink), var(--paper))',
  'outline: 1px solid red',
  'fill: GRAY',
])('`%s` contains a color literal', (declaration) => {
  expect(findColorLiterals(`a { ${declaration}; }`)).toEqual([declaration]);
  expect(findColorLiterals(`a { ${declaration} }`)).toEqual([declaration]);
});

test.each([
  'color: var(--red)',
  'border-color: currentColor transparent Canvas',
  "font-family: 'Black Ops', serif",
  'background: url(white.svg)',
  'white-space: nowrap',
  'transition: background-color 1s',
])('`%s` contains no color literal', (declaration) => {
  expect(findColorLiterals(`#bad a:hover { ${declaration}; } /* red: #fff; */`)).toEqual([]);
});
